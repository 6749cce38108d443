import { filledWherePresent } from '../../database/filled.ts';
import lastInstantSql from './last-instant.part.sql?raw';
import visitSql from './visit.part.sql?raw';

/** A definition with what several have in common: `{visits}`, the days on which cards were used, and `{last instant}`, that of the export. */
export const withVisits = (sql: string): string =>
  filledWherePresent(sql, { visits: visitSql.trimEnd(), 'last instant': lastInstantSql.trimEnd() });
