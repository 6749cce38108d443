import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../sample-data/random.ts';
import { EngineError } from '../../src/contract/errors.ts';
import * as excel from '../../workers/decode/excel/excel.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { asOneWorkbook, asTypedWorkbook } from '../support/as-workbooks.ts';
import { packed, partsByHand, rowsOfCells, tablesOf, text, type ReadTable } from '../support/workbooks.ts';
import { mutations } from './mutate.ts';

/** Ways to damage an archive: those of bytes, whatever they are of. What they damage is noticed by the sums of the archive. */
const ofBytes = [
  ...['bit flips', 'truncated at the end', 'truncated at the beginning', 'bytes missing in the middle'],
  ...['bytes repeated', 'zeroed range', 'noise in a range', 'bytes of another file'],
];

/** The same for the text of a part, in an archive that is sound: what is read then may be another table. */
const ofText = ['bit flips', 'truncated at the end', 'bytes missing in the middle', 'bytes repeated', 'zeroed range'];

/** How long the reading of one copy may take. */
const boundSeconds = 20;

export interface WorkbookFinding {
  number: number;
  damaged: 'archive' | 'part';
  mutation: string;
  defect: 'hang' | 'not an engine error' | 'read but different';
  detail: string;
}

export interface WorkbookFigures {
  copies: number;
  /** Copies that are read as before, those that are another table, and those that are refused. */
  same: number;
  other: number;
  refused: number;
  findings: WorkbookFinding[];
}

/** What reads workbooks is there from the beginning: the module runner of `npm run fuzz` is closed by then. */
const newDecoder = (): FileDecoder => new FileDecoder(undefined, () => Promise.resolve(excel));

interface Base {
  bytes: Uint8Array;
  tables: ReadTable[];
}

/** Reads damaged copies of workbooks: of the bytes of the archive, and of the text of its parts. */
export async function damagedWorkbooks(
  copies: number,
  seed: number,
  before: (number: number) => void = () => undefined,
): Promise<WorkbookFigures> {
  const bases = await sound();
  const figures: WorkbookFigures = { copies: 0, same: 0, other: 0, refused: 0, findings: [] };
  for (let number = 0; number < copies; number++) {
    before(number);
    const random = new Random(seed, number);
    const base = random.pick(bases);
    const damaged = number % 2 === 0 ? 'archive' : 'part';
    const mutation = random.pick(damaged === 'archive' ? ofBytes : ofText);
    const change = (bytes: Uint8Array): Uint8Array => mutations[mutation]!(bytes, random.pick(bases).bytes, random);
    const file =
      damaged === 'archive'
        ? new File([new Uint8Array(change(base.bytes))], 'book.xlsx')
        : await packed(withChangedPart(random, change));
    const found = (defect: WorkbookFinding['defect'], detail: string): number =>
      figures.findings.push({ number, damaged, mutation, defect, detail });
    figures.copies++;
    try {
      const tables = await inTime(tablesOf(newDecoder(), file));
      if (isDeepStrictEqual(tables, damaged === 'archive' ? base.tables : null)) figures.same++;
      // Two bytes that are left of an archive are a word of text.
      else if (damaged === 'part' || file.size < 4) figures.other++;
      else found('read but different', JSON.stringify(tables).slice(0, 200));
    } catch (thrown) {
      figures.refused++;
      if (thrown === tooLong) found('hang', `more than ${boundSeconds} s`);
      else if (!(thrown instanceof EngineError) || thrown.code === 'internal')
        found('not an engine error', String(thrown));
    }
  }
  return figures;
}

const csv = (rows: number): string =>
  [
    'id,card_id,transaction_at,purchase_amount_cents,customer_name',
    ...Array.from(
      { length: rows },
      (_, at) => `${at + 1},${(at * 7) % 40},2026-02-0${1 + (at % 9)} 10:00:00,${at * 5}.50,Ann & ${at}`,
    ),
  ].join('\n');

async function sound(): Promise<Base[]> {
  const file = new File([csv(120)], 'sales.csv');
  const books = [await asOneWorkbook([file]), await asTypedWorkbook(file), await packed(parts())];
  return Promise.all(
    books.map(async (book) => ({
      bytes: new Uint8Array(await book.arrayBuffer()),
      tables: await tablesOf(newDecoder(), new File([book], 'book.xlsx')),
    })),
  );
}

/** A workbook with what a cell may be. */
function parts(): Record<string, string | Uint8Array> {
  const row = [
    text('a'),
    '<c t="s"><v>1</v></c>',
    '<c s="1"><v>46115.5</v></c>',
    '<c><f>A1</f><v>1.5</v></c>',
    '<c t="e"><v>#N/A</v></c>',
  ];
  const header = ['id', 'name', 'at', 'amount', 'error'].map(text);
  const strings = ['<t>Gare</t>', '<r><t>Po</t></r><r><t>rt</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'];
  return partsByHand([{ rows: rowsOfCells(header, row, row, row) }, { rows: rowsOfCells(header, row) }], {
    strings,
    formats: ['dd/mm/yyyy hh:mm'],
  });
}

function withChangedPart(
  random: Random,
  change: (bytes: Uint8Array) => Uint8Array,
): Record<string, string | Uint8Array> {
  const all = parts();
  const name = random.pick(Object.keys(all));
  return { ...all, [name]: change(new TextEncoder().encode(all[name] as string)) };
}

const tooLong = Symbol('too long');

async function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(tooLong), boundSeconds * 1000)));
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
