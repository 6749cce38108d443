/** An export as a till in a German shop writes it: its own names, semicolons, days first, a comma before the decimals. */

export interface Card {
  id: number;
  name: string;
  enrolled: Date;
  balance: number;
}

export interface Visit {
  card: number;
  at: Date;
  points: number;
  store: number;
}

export const hostileHeader = '<img src=x onerror=alert(1)>';
export const hostileName = '<img src=x onerror=alert(2)>';
export const formulaName = "=cmd|' /C calc'!A0";

const day = 86_400_000;

/** Ten cards of January and five of February. */
export const cards: Card[] = Array.from({ length: 15 }, (_, index) => ({
  id: index + 1,
  name: [hostileName, formulaName][index] ?? `Zoé Müller ${index}`,
  enrolled: new Date(Date.UTC(2026, index < 10 ? 0 : 1, 13 + (index % 10), 9, 30)),
  balance: 1250 + index,
}));

/** Every card on its first day, and every other one again 40 days later. */
export const visits: Visit[] = cards.flatMap(({ id, enrolled }) => {
  const visit = (at: number): Visit => ({ card: id, at: new Date(at), points: 1000 + id, store: (id % 2) + 1 });
  return id % 2 ? [visit(+enrolled), visit(+enrolled + 40 * day)] : [visit(+enrolled)];
});

const latest = Math.max(...visits.map(({ at }) => +at));

/** What the overview says, over the 30 days before the last visit. */
export function expectedFigures(): Record<'active' | 'enrolled' | 'visits' | 'points', number> {
  const recent = visits.filter(({ at }) => +at > latest - 30 * day);
  return {
    active: new Set(recent.map(({ card }) => card)).size,
    enrolled: cards.filter(({ enrolled }) => +enrolled > latest - 30 * day).length,
    visits: recent.length,
    points: recent.reduce((sum, { points }) => sum + points, 0),
  };
}

/** Cards and percentages of cards that came, by month of enrolment and window of 30 days. */
export function expectedCohorts(): number[][] {
  return [0, 1].map((month) => {
    const first = Date.UTC(2026, month, 1);
    const members = cards.filter(({ enrolled }) => enrolled.getUTCMonth() === month);
    const windows = Math.max(1, new Date(latest).getUTCMonth() - month);
    const came = Array.from({ length: windows }, (_, window) => {
      const from = first + 30 * day * window;
      const isIn = ({ at }: Visit): boolean => +at >= from && +at < from + 30 * day;
      const seen = members.filter(({ id }) => visits.some((visit) => visit.card === id && isIn(visit)));
      return (100 * seen.length) / members.length;
    });
    return [members.length, ...came];
  });
}

/** The two files, without the last `less` cards and their visits. */
export function germanExport(less = 0): File[] {
  const some = cards.slice(0, cards.length - less);
  const cardLines = some.map(({ id, name, enrolled, balance }) =>
    [id, `LC-${id}`, `"${name}"`, germanDay(enrolled), germanDay(enrolled), 'ja', germanNumber(balance), ''].join(';'),
  );
  const visitLines = visits
    .filter(({ card }) => card <= some.length)
    .map(({ card, at, points, store }) =>
      [card, `${germanDay(at)} ${at.toISOString().slice(11, 16)}`, 'points_earned', germanNumber(points), store].join(
        ';',
      ),
    );
  const header = `Kunden-ID;Kartennummer;Kundenname;Angelegt am;Letzte Aktivität;Aktiv;Punktestand;${hostileHeader}`;
  return [
    new File([[header, ...cardLines, ''].join('\r\n')], 'Kunden.csv'),
    new File([['Kennzeichen;Datum;Art;Punkte;Filiale', ...visitLines, ''].join('\r\n')], 'Umsätze.csv'),
  ];
}

/** `13.01.2026` */
function germanDay(at: Date): string {
  return at.toISOString().slice(0, 10).split('-').reverse().join('.');
}

/** `1.250,0` */
function germanNumber(value: number): string {
  return `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')},0`;
}
