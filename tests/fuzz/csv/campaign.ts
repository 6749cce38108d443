import { Random } from '../../../sample-data/random.ts';
import type { Engine } from '../../../src/contract/engine.ts';
import { EngineError, type ErrorCode } from '../../../src/contract/errors.ts';
import type { ExportSummary } from '../../../src/contract/summary.ts';
import type { Database } from '../../../workers/database/database.ts';
import { createEngine } from '../../../workers/engine/engine.ts';
import { readyHost } from '../../support/decoders.ts';
import { boundSeconds, inTime } from '../in-time.ts';
import { isMostlySound, unaccounted } from './account.ts';
import { csvBases, fileOf, textOf, type CsvBase } from './bases.ts';
import { Held } from './held.ts';
import type { Loaded } from './loaded.ts';
import { damaged, type Damaged } from './mutate.ts';
import { Device } from './opening.ts';

export type CsvDefect =
  'hang' | 'not an engine error' | 'internal error' | 'not accounted for' | 'refused for a few rows' | 'export lost';

export interface CsvFinding {
  defect: CsvDefect;
  number: number;
  base: string;
  mutation: string;
  detail: string;
}

export interface CsvFigures {
  copies: number;
  loads: number;
  /** Copies about which the page asks. */
  asked: number;
  errors: Partial<Record<ErrorCode | 'hang', number>>;
  /** Rows of damaged files that were loaded: all, and those set aside. */
  rows: number;
  setAside: number;
  byMutation: Record<string, { loads: number; asked: number; errors: number }>;
  findings: CsvFinding[];
  seconds: number;
}

export interface CsvOptions {
  copies: number;
  seed: number;
  from?: number;
  onCopy?: (copy: CsvCopy, outcome: string) => void;
  before?: (number: number) => void;
}

/** One damaged copy, made again by its number: it depends on nothing but the seed and its own number. */
export interface CsvCopy extends Damaged {
  number: number;
  base: CsvBase;
}

type Outcome = { summary: ExportSummary | null } | { thrown: unknown } | 'hang';

export function csvCopyOf(all: readonly CsvBase[], seed: number, number: number): CsvCopy {
  const random = new Random(seed, number);
  const base = random.pick(all);
  return { number, base, ...damaged(base, random) };
}

/** Opens damaged copies of text files as the page does, one after the other in one engine, and has every row accounted for. */
export async function csvCampaign(options: CsvOptions): Promise<CsvFigures> {
  const { engine, database } = await observedEngine();
  const all = csvBases();
  const devices = new Map(all.map(({ dialect }) => [dialect.name, new Device(engine)]));
  const held = new Held(engine, database);
  // Both files of an export at once.
  for (const base of all.filter(({ kind }) => kind === 'cards')) {
    const summary = await devices.get(base.dialect.name)!.openAccepting([fileOf(base), fileOf(base.other)]);
    const wrong = wrongIn(summary, base, base.bytes, await held.replaced(summary));
    if (wrong.length > 0) throw new Error(`${base.name} does not load undamaged: ${wrong.join('; ')}`);
  }
  const figures = noFigures();
  const began = performance.now();
  const from = options.from ?? 0;
  for (let number = from; number < from + options.copies; number++) {
    const copy = csvCopyOf(all, options.seed, number);
    options.before?.(number);
    const files = [fileOf(copy.base, copy.bytes), fileOf(copy.base.other)];
    const opening = devices.get(copy.base.dialect.name)!.open(files);
    const outcome: Outcome = await inTime(
      engine,
      opening.then((summary) => ({ summary })),
    );
    const found = count(figures, copy, outcome);
    const add = (defect: CsvDefect, detail: string): number => found.push(finding(copy, defect, detail));
    if (outcome !== 'hang' && 'summary' in outcome && outcome.summary) {
      const loaded = await held.replaced(outcome.summary);
      const wrong = wrongIn(outcome.summary, copy.base, copy.bytes, loaded);
      if (wrong.length > 0) add('not accounted for', wrong.join('; '));
    } else {
      const lost = await held.lost();
      if (lost) add('export lost', lost);
    }
    figures.findings.push(...found);
    options.onCopy?.(copy, [described(outcome), ...found.map(({ defect }) => defect)].join(' – '));
  }
  figures.seconds = (performance.now() - began) / 1000;
  return figures;
}

/** An engine whose tables can be read past it. */
async function observedEngine(): Promise<{ engine: Engine; database: Database }> {
  const host = await readyHost();
  const database = await host.openDatabase();
  return { engine: createEngine({ ...host, openDatabase: () => Promise.resolve(database) }), database };
}

/** What is not accounted for of the damaged file and of the sound one beside it. */
function wrongIn(summary: ExportSummary, base: CsvBase, bytes: Uint8Array, loaded: Loaded): string[] {
  const text = textOf(bytes, base.dialect);
  if (text === null) return ['loaded, though it cannot be unpacked'];
  return [
    { file: base, text },
    { file: base.other, text: textOf(base.other.bytes, base.dialect)! },
  ].flatMap(({ file, text: written }) => {
    const report = summary.files.find(({ fileName }) => fileName === fileOf(file).name);
    if (report?.kind === file.kind) return unaccounted(written, file, report, loaded);
    return [`${file.name} ${report ? `was read as ${report.kind}` : 'was not read'}`];
  });
}

function count(figures: CsvFigures, copy: CsvCopy, outcome: Outcome): CsvFinding[] {
  const counts = (figures.byMutation[copy.mutation] ??= { loads: 0, asked: 0, errors: 0 });
  figures.copies++;
  if (outcome !== 'hang' && 'summary' in outcome) {
    const { summary } = outcome;
    if (summary) {
      figures.loads++;
      counts.loads++;
      figures.rows += summary.check.rowsRead;
      figures.setAside += summary.check.rowsRead - summary.check.rowsUsed;
    } else {
      figures.asked++;
      counts.asked++;
    }
    return [];
  }
  counts.errors++;
  const thrown = outcome === 'hang' ? null : outcome.thrown;
  const code = thrown instanceof EngineError ? (thrown.code as ErrorCode) : 'internal';
  const counted = outcome === 'hang' ? 'hang' : code;
  figures.errors[counted] = (figures.errors[counted] ?? 0) + 1;
  if (outcome === 'hang') return [finding(copy, 'hang', `more than ${boundSeconds} s`)];
  if (!(thrown instanceof EngineError)) return [finding(copy, 'not an engine error', String(thrown))];
  if (code === 'internal') return [finding(copy, 'internal error', thrown.message)];
  const text = textOf(copy.bytes, copy.base.dialect);
  const isForNothing = text !== null && isMostlySound(text, copy.base);
  return isForNothing ? [finding(copy, 'refused for a few rows', thrown.message)] : [];
}

function noFigures(): CsvFigures {
  return { copies: 0, loads: 0, asked: 0, errors: {}, rows: 0, setAside: 0, byMutation: {}, findings: [], seconds: 0 };
}

function finding({ number, base, mutation }: CsvCopy, defect: CsvDefect, detail: string): CsvFinding {
  return { defect, number, base: base.name, mutation, detail };
}

function described(outcome: Outcome): string {
  if (outcome === 'hang') return 'hang';
  if ('thrown' in outcome) return outcome.thrown instanceof Error ? outcome.thrown.message : String(outcome.thrown);
  if (!outcome.summary) return 'asked';
  return `loaded ${outcome.summary.files.map(({ rowsUsed, rowsRead }) => `${rowsUsed}/${rowsRead}`).join(' ')}`;
}
