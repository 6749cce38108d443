import type { View } from '../domain/views.ts';
import { warningsOf, type LoadWarning } from '../domain/load-warnings.ts';
import { needsCheck } from './needs-check.ts';
import type { OpenExport } from './open-export.ts';

/** What the page says on its own account of how the open files were read, until it is dismissed. */
export class CheckInSight {
  readonly #session: { readonly current: OpenExport | null };
  #checked: OpenExport | null = $state.raw(null);
  #noticed: OpenExport | null = $state.raw(null);

  /** Whether there is a check of the open files at all: the Data view has it for good. */
  readonly isNeeded: boolean = $derived.by(() => {
    const { current } = this.#session;
    return current !== null && needsCheck(current);
  });

  /** What changes numbers, and was not dismissed. */
  readonly warnings: LoadWarning[] = $derived.by(() => {
    const { current } = this.#session;
    if (!current || current.source.sample !== null || isSameReading(current, this.#noticed)) return [];
    return warningsOf(current.summary.check);
  });

  constructor(session: { readonly current: OpenExport | null }) {
    this.#session = session;
  }

  /** Whether a view begins with the check: the one that the files were opened on, but the Data view, which has a panel of it. */
  isShownOn(view: View): boolean {
    const { current } = this.#session;
    return this.isNeeded && view !== 'data' && current?.openedOn === view && !isSameReading(current, this.#checked);
  }

  dismiss(): void {
    this.#checked = this.#session.current;
  }

  dismissWarnings(): void {
    this.#noticed = this.#session.current;
  }
}

/** The same files as they were decided before: another calendar reads them again, and asks nothing new. */
function isSameReading({ source }: OpenExport, other: OpenExport | null): boolean {
  return source.files === other?.source.files && source.decided === other.source.decided;
}
