import type { FileKind, LoadProgress } from '../../src/contract';
import type { OpenedInput } from './open';

/** Keeps the progress of all files of a load and reports each change. */
export class ProgressReport {
  readonly #inputs: readonly OpenedInput[];
  readonly #progress: LoadProgress;
  readonly #report: (progress: LoadProgress) => void;

  constructor(inputs: readonly OpenedInput[], report: (progress: LoadProgress) => void) {
    this.#inputs = inputs;
    this.#report = report;
    const files = inputs.map(({ name, rows, bytes }) => ({
      name,
      kind: null,
      rowsRead: 0,
      rowsTotal: rows,
      share: 0,
      bytes,
    }));
    this.#progress = { stage: 'recognising', files };
    report(this.#progress);
  }

  recognised({ id }: OpenedInput, kind: FileKind): void {
    this.#change(id, { kind });
  }

  /** @param bytesRead where the number of rows is not known before the end */
  read({ id, rows, bytes }: OpenedInput, rowsRead: number, bytesRead: number | null): void {
    this.#progress.stage = 'reading';
    const share = rows === null ? (bytesRead ?? 0) / bytes : rowsRead / rows;
    this.#change(id, { rowsRead, share: Math.min(1, share) });
  }

  stage(stage: LoadProgress['stage']): void {
    this.#progress.stage = stage;
    this.#report(this.#progress);
  }

  #change(id: number, change: Partial<LoadProgress['files'][number]>): void {
    const index = this.#inputs.findIndex((input) => input.id === id);
    Object.assign(this.#progress.files[index]!, change);
    this.#report(this.#progress);
  }
}
