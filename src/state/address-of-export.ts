import type { Route } from './route.ts';
import { LocalCalendar } from '../domain/local-calendar.ts';
import type { OpenExport } from './open-export.ts';
import type { Opened } from './opening/opening.ts';
import type { Source } from './opening/source.ts';
import { withoutStray } from './scope.ts';

/**
 * What a new export changes in the address, but for the calendar: what belonged to the old one goes.
 *
 * @param before what was open
 * @param route that of the address
 */
export function addressOfExport(
  source: Source,
  { summary, calendar }: Pick<Opened, 'summary' | 'calendar'>,
  before: OpenExport | null,
  route: Route,
): Partial<Route> {
  // Before anything was open the address is a bookmark, as it is when it asks for a sample: what it asks for was meant.
  const isMeant = !before || source.fromAddress;
  if (isMeant || source.files === before.source.files) return { sample: source.sample };
  const stray = withoutStray(route, summary, new LocalCalendar(calendar));
  return { ...stray, search: '', pointsPerUnit: null, store: null, sample: source.sample };
}
