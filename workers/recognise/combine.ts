import type { CombinedColumn } from '../../src/contract/matching.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { withoutAccents } from '../../src/domain/values/accents.ts';
import { monthNamed } from '../../src/domain/values/month-names.ts';
import { readNumber } from '../../src/domain/values/numbers.ts';
import { isCancelled, isFlag, mayCancel } from './cancelled.ts';
import { plainName } from './plain-name.ts';
import { combinedValue } from './combined-value.ts';
import { valuesOf, type Sample } from './sample.ts';
import { beginningOf } from './combined-value.ts';
import { synonyms } from './synonyms.ts';
import { mostTypes, typeMeant } from './type-synonyms.ts';

/** Columns of a file that may be one of the export's together: a column of their own, beside theirs. */
export interface Combination extends FileColumn {
  combines: { by: CombinedColumn['by']; parts: FileColumn[] };
}

export const isCombination = (column: FileColumn): column is Combination => 'combines' in column;

/** The places in the file that a column's values come from. */
export function placesOf(column: FileColumn): number[] {
  if (isCombination(column)) return column.combines.parts.flatMap(placesOf);
  return column.constant === undefined ? [column.place] : [];
}

/** The columns whose values say how a column's are written: what is computed is not written anywhere. */
export function writtenColumns(column: FileColumn): FileColumn[] {
  return isCombination(column) && column.form === 'decimal' ? column.combines.parts : [column];
}

/** How the parts of a combination are written between their names, for people. */
const between: Record<CombinedColumn['by'], string> = {
  'date-time': ' + ',
  'year-month': ' + ',
  difference: ' − ',
  product: ' × ',
  words: ' + ',
  status: ' + ',
  beginning: '',
};

/** A combination as a plan has it. */
export function combinedColumn({ name, combines: { by, parts } }: Combination): CombinedColumn {
  return { name, by, columns: parts.map((part) => part.name) };
}

/** The columns of a file and those that a plan combines of them; what the file cannot make is left out. */
export function withCombined(columns: readonly FileColumn[], combined: readonly CombinedColumn[] = []): FileColumn[] {
  const all = [...columns];
  for (const { name, by, columns: names } of combined) {
    const parts = names.flatMap((part) => columns.find((column) => column.name === part) ?? []);
    if (parts.length === names.length) all.push(combination(by, parts, all.length, name));
  }
  return all;
}

/** The rows of a sample with the values of combinations behind the others. */
export function withCombinedValues(sample: Sample, columns: readonly FileColumn[]): Sample {
  const made = columns.filter(isCombination);
  if (made.length === 0) return sample;
  return sample.map((row) => [
    ...row,
    ...made.map(({ combines: { by, parts } }) =>
      combinedValue(
        by,
        parts.map(({ place }) => row[place]?.trim() ?? ''),
        parts.map(({ name }) => name),
      ),
    ),
  ]);
}

function combination(
  by: CombinedColumn['by'],
  parts: FileColumn[],
  place: number,
  name = parts.map((part) => part.name).join(between[by]),
): Combination {
  const form = by === 'difference' || by === 'product' ? 'decimal' : 'text';
  return { name, place, form, type: parts.map(({ type }) => type).join(', '), combines: { by, parts } };
}

interface Looked {
  column: FileColumn;
  /** Its plain name. */
  name: string;
  values: string[];
}

/**
 * Columns that may be one together, by their values where those tell (a day and a time of day), else by their names: year and month, points
 * in and out, first and last name, quantity and price.
 */
export function combinationsOf(columns: readonly FileColumn[], sample: Sample): Combination[] {
  const looked = columns.map((column, place) => ({
    column,
    name: plainName(column.name),
    values: valuesOf(sample, place),
  }));
  const numbers = looked.filter(
    ({ values }) => values.length === 0 || share(values, /^[^\p{L}:]*\d[^\p{L}:]*$/u) >= most,
  );
  const found = [
    ...daysWithTimes(looked),
    ...yearsWithMonths(looked),
    ...pairsByName(numbers, pointsIn, pointsOut).map((parts) => ['difference', parts] as const),
    ...refundedAmounts(numbers, sample),
    ...pairsByName(numbers, quantities, prices).map((parts) => ['product', parts] as const),
    ...pairsByName(looked, firstNames, lastNames).map((parts) => ['words', parts] as const),
    ...typesWithStatus(looked),
    ...beginnings(looked),
  ];
  const taken = new Set(columns.map(({ name }) => name));
  return found
    .map(([by, parts]) => combination(by, parts, 0))
    .filter(({ name, combines: { parts } }) => parts.length === 1 || !taken.has(name))
    .map((one) => (taken.has(one.name) ? { ...one, name: one.name + alone[one.combines.by]! } : one))
    .map((one, index) => ({ ...one, place: columns.length + index }));
}

/** Whether a difference is of amounts of money, and not of points: what is left of them after refunds. */
export const isOfAmounts = ({ combines: { by, parts } }: Combination): boolean =>
  by === 'difference' && givenBack.has(plainName(parts[1]!.name));

/** Whether a file may have any, by the names of its columns alone: most have none, and their values need not be looked at. */
export function mayCombine(names: readonly string[]): boolean {
  return names.some((name) => timeNames.has(plainName(name)) || mayCancel(name));
}

const most = 0.8;
const share = (values: readonly string[], pattern: RegExp): number =>
  values.length === 0 ? 0 : values.filter((value) => pattern.test(value)).length / values.length;

const dayAlone =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](\d{1,2}|\p{L}{3,9}\.?)[-/. ]\d{2,4}|\d{8})([T ]0?0:00(:00(\.0+)?)?)?$/u;
const timeAlone = /^([01]?\d|2[0-4])([:h]\d{2}(:\d{2}([.,]\d+)?)?|[.]\d{2}\s*uhr)\s*([ap]\.?m\.?|uhr)?$/i;
const zoneAlone = /^(UTC|GMT|Z|[A-Z]{3,4}|(UTC|GMT)?[+-]\d{1,2}(:?\d{2})?|[A-Z]\w+\/[\w/+-]+|.+ Time( \(.+\))?)$/;

function daysWithTimes(looked: readonly Looked[]): (readonly ['date-time', FileColumn[]])[] {
  const times = looked.filter(({ values }) => share(values, timeAlone) >= most);
  if (times.length === 0) return [];
  const days = looked.filter(({ values }) => share(values, dayAlone) >= most);
  const zone = looked.find(({ name, values }) => /zone|fuseau/.test(name) && share(values, zoneAlone) >= most);
  return days.flatMap(({ column: day }) => {
    // The time of a day stands beside it, most often behind.
    const time = times.toSorted((a, b) => distance(day, a.column) - distance(day, b.column))[0]!.column;
    if (days.length > times.length && Math.abs(time.place - day.place) > 1) return [];
    return [['date-time', [day, time, ...(zone ? [zone.column] : [])]] as const];
  });
}

const distance = (day: FileColumn, time: FileColumn): number =>
  time.place > day.place ? time.place - day.place - 0.5 : day.place - time.place;

function yearsWithMonths(looked: readonly Looked[]): (readonly ['year-month', FileColumn[]])[] {
  const named = (names: ReadonlySet<string>, pattern: RegExp): FileColumn | undefined =>
    looked.find(({ name, values }) => names.has(name) && share(values, pattern) >= most)?.column;
  const year = named(yearNames, /^(19|20)\d{2}(\.0)?$/);
  const inWords = looked.find(
    ({ name, values }) => monthNames.has(name) && values.length > 0 && values.every(isMonthName),
  );
  const month = named(monthNames, /^(0?[1-9]|1[0-2])(\.0)?$/) ?? inWords?.column;
  if (!year || !month) return [];
  const day = named(dayNames, /^(0?[1-9]|[12]\d|3[01])(\.0)?$/);
  return [['year-month', [year, month, ...(day ? [day] : [])]]];
}

const isMonthName = (value: string): boolean => monthNamed(withoutAccents(value).replace(/\.$/, '')) !== undefined;

/** What tells a column of its own from the one that it is made of. */
const alone: Partial<Record<CombinedColumn['by'], string>> = { status: ' ✗', beginning: ' …' };

/** A column of texts, too many to be types, that begin with words that are. */
function beginnings(looked: readonly Looked[]): (readonly ['beginning', FileColumn[]])[] {
  return looked
    .filter(({ name, column, values }) => {
      if (!describing.has(name) || (column.form !== 'text' && column.form !== 'bytes')) return false;
      const words = values.map(beginningOf);
      const isType = (word: string): boolean => typeMeant(word) !== null;
      return (
        new Set(values).size > mostTypes &&
        new Set(words).size <= mostTypes &&
        words.filter(isType).length >= most * words.length
      );
    })
    .map(({ column }) => ['beginning', [column]] as const);
}

const describing: ReadonlySet<string> = new Set([
  ...synonyms.transactions.transaction_type!,
  ...'transactiontype description details detail text reason note notes comment remark beschreibung bemerkung grund buchungstext verwendungszweck libelle motif'.split(
    ' ',
  ),
]);

/** The column of types, if there is one, and those that say of some rows that they were cancelled. */
function typesWithStatus(looked: readonly Looked[]): (readonly ['status', FileColumn[]])[] {
  const cancelling = looked.filter(
    ({ name, column, values }) => mayCancel(name) && values.some((value) => isCancelled(column.name, value)),
  );
  if (cancelling.length === 0) return [];
  const ofFile = looked.filter(({ name }) => !mayCancel(name));
  const types = synonyms.transactions
    .transaction_type!.flatMap((name) => ofFile.filter((one) => one.name === name))
    .concat(ofFile.filter(({ name }) => name === 'transactiontype'));
  // A status alone says what rows are by itself.
  const isStatusAlone = types.length === 0 && cancelling.every(({ name }) => !isFlag(name));
  if (isStatusAlone) return [];
  return [['status', [...types.slice(0, 1), ...cancelling].map(({ column }) => column)]];
}

/** An amount and what of it was given back later: never more than it, and somewhere something. */
function refundedAmounts(looked: readonly Looked[], sample: Sample): (readonly ['difference', FileColumn[]])[] {
  const refunded = looked.find(({ name }) => givenBack.has(name))?.column;
  const amount = amountNames.flatMap((name) => looked.filter((one) => one.name === name))[0]?.column;
  if (!refunded || !amount) return [];
  const rows = sample.map((row) => [amount, refunded].map(({ place }) => sizeOf(row[place] ?? '')));
  const isPart = rows.every(([whole, part]) => part === 0 || (whole !== undefined && part! <= whole));
  return isPart && rows.some(([, part]) => part! > 0) ? [['difference', [amount, refunded]]] : [];
}

/** A number without its sign, for comparing two that are written alike; 0 for none. */
function sizeOf(text: string): number {
  const read = readNumber(text, '.') ?? readNumber(text, ',');
  return read ? Math.abs(Number(read.digits)) / 10 ** read.scale : 0;
}

function pairsByName(
  looked: readonly Looked[],
  firsts: ReadonlySet<string>,
  seconds: ReadonlySet<string>,
): FileColumn[][] {
  const first = looked.find(({ name }) => firsts.has(name));
  const second = looked.find(({ name }) => seconds.has(name) && name !== first?.name);
  return first && second ? [[first.column, second.column]] : [];
}

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const timeNames = names(
  'time timeofday hour clock zeit uhrzeit belegzeit bonzeit kaufzeit buchungszeit heure heureachat hora ora tijd transactiontime saletime purchasetime ordertime',
);
const yearNames = names('year jahr annee ano anno jaar');
const monthNames = names('month monat mois mes mese maand');
const dayNames = names('day tag jour dia giorno dag dayofmonth');
const pointsIn = names(`
  issued earned pointsearned earnedpoints pointsissued pointsin pointsadded pointscredited creditedpoints credit credits collected
  pointscollected pointsgained gained accrued pointsaccrued gesammelt gutgeschrieben gutschrift punktegesammelt gesammeltepunkte
  punktegutgeschrieben gutgeschriebenepunkte zugang punktezugang gagnes pointsgagnes pointscredites credites acquis pointsacquis stampsearned
  stampsadded stampscollected puntosganados puntiguadagnati gutschriftpunkte ptsearned pointscredit pointscredite`);
const pointsOut = names(`
  used redeemed pointsredeemed redeemedpoints pointsused pointsout pointsspent spentpoints spent pointsdebited debit debits burned
  pointsburned pointsdeducted deducted eingelost punkteeingelost eingelostepunkte ausgegeben abgang punkteabgang abgebucht utilises
  pointsutilises depenses pointsdepenses debites pointsdebites stampsredeemed stampsused puntoscanjeados puntiutilizzati einlosungpunkte ptsredeemed pointsdebit`);
const amountNames = synonyms.transactions.purchase_amount_cents!;
const givenBack = names(`
  refunded refundedamount amountrefunded refundamount refund refunds totalrefunded refundtotal returned returnedamount erstattet erstattung
  erstatteterbetrag erstattungsbetrag ruckerstattung ruckerstattet rembourse montantrembourse remboursement montantremboursement reembolsado
  rimborsato terugbetaald`);
const quantities = names(
  'quantity qty quantities units unitssold itemquantity lineitemquantity menge anzahl stuck stuckzahl quantite qte nombre cantidad quantita aantal quantidade',
);
const prices = names(`
  unitprice price priceperunit itemprice priceeach unitamount lineitemprice preis einzelpreis stuckpreis preisprostuck prix prixunitaire
  pu precio preciounitario prezzo prezzounitario prijs stuksprijs preco precounitario`);
const firstNames = names(
  'firstname givenname forename vorname prenom nombre nome voornaam customerfirstname memberfirstname',
);
const lastNames = names(
  'lastname surname familyname nachname familienname zuname nom nomdefamille apellido apellidos cognome achternaam sobrenome customerlastname memberlastname',
);
