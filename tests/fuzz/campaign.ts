import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../sample-data/random.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { createEngine } from '../../workers/engine/engine.ts';
import { readyHost } from '../support/decoders.ts';
import { footerOf } from '../support/footer.ts';
import { bases, soundExport, type Base } from './bases.ts';
import { boundSeconds, inTime } from './in-time.ts';
import { mutations } from './mutate.ts';

/** After this many copies a sound export is loaded, whatever became of them. */
const soundEvery = 25;

/** Of this many copies one is looked at before the person says which column is which. */
const inspectEvery = 4;

/** One damaged copy, made again by its number: it depends on nothing but the seed and its own number. */
export interface Copy {
  number: number;
  base: Base;
  mutation: string;
  bytes: Uint8Array;
}

export type Defect =
  | 'hang'
  | 'not an engine error'
  | 'internal error'
  | 'wrong row count'
  | 'rows do not reconcile'
  | 'export lost'
  | 'next load failed';

export interface Finding {
  defect: Defect;
  number: number;
  base: string;
  mutation: string;
  detail: string;
}

export interface Figures {
  copies: number;
  loads: number;
  /** Loads whose footer cannot be read independently, so that their row count is the decoder's word. */
  unverified: number;
  /** Loads with another number of rows than the sound file has, as a footer may come to declare. */
  otherRows: string[];
  errors: Partial<Record<ErrorCode | 'hang', number>>;
  byMutation: Record<string, { loads: number; errors: number }>;
  findings: Finding[];
  worst: { milliseconds: number; number: number };
  decodersStarted: number;
  seconds: number;
  /** Peaks in bytes: of the whole process, and of what DuckDB holds after a copy. */
  peakResident: number;
  peakDatabase: number;
}

type Outcome = { summary: ExportSummary } | { thrown: unknown } | 'hang';

export interface CampaignOptions {
  copies: number;
  seed: number;
  /** The first copy's number; others than 0 to see a few again. */
  from?: number;
  onCopy?: (copy: Copy, outcome: string) => void;
  /** Called before each copy, so that a watcher can tell which one blocks the thread. */
  before?: (number: number) => void;
}

/** The copy with this number. */
export function copyOf(all: readonly Base[], seed: number, number: number): Copy {
  const random = new Random(seed, number);
  const base = random.pick(all);
  const other = random.pick(all);
  const mutation = random.pick(Object.keys(mutations));
  return { number, base, mutation, bytes: mutations[mutation]!(base.bytes, other.bytes, random) };
}

/** Loads damaged copies into one engine, one after the other, and looks after each what the engine says and still knows. */
export async function campaign(options: CampaignOptions): Promise<Figures> {
  const host = await readyHost();
  const engine = createEngine(host);
  const all = await bases();
  const sound = soundExport();
  await engine.load(Object.values(sound), () => undefined);
  const expected = await answersOf(engine);
  for (const base of all) {
    const loaded = await loadCopy(engine, sound, { number: -1, base, mutation: 'none', bytes: base.bytes });
    if (loaded === 'hang' || 'thrown' in loaded)
      throw new Error(`${base.name} does not load undamaged: ${described(loaded)}`);
  }
  await engine.load(Object.values(sound), () => undefined);
  const figures: Figures = {
    copies: 0,
    loads: 0,
    unverified: 0,
    otherRows: [],
    errors: {},
    byMutation: {},
    findings: [],
    worst: { milliseconds: 0, number: -1 },
    decodersStarted: 0,
    seconds: 0,
    peakResident: 0,
    peakDatabase: 0,
  };
  const began = performance.now();
  const from = options.from ?? 0;
  for (let number = from; number < from + options.copies; number++) {
    const copy = copyOf(all, options.seed, number);
    options.before?.(number);
    const start = performance.now();
    const outcome = await loadCopy(engine, sound, copy);
    const milliseconds = performance.now() - start;
    if (milliseconds > figures.worst.milliseconds) figures.worst = { milliseconds, number };
    figures.copies++;
    const found = judge(copy, outcome, figures);
    figures.findings.push(...found);
    options.onCopy?.(
      copy,
      `${described(outcome)}${found.length > 0 ? ` – ${found.map(({ defect }) => defect).join(', ')}` : ''}`,
    );

    if (number % inspectEvery === 0) {
      const inspected = await inTime(engine, engine.inspect([fileOf(copy)]));
      if (inspected === 'hang') figures.findings.push(finding(copy, 'hang', 'when inspected'));
      else if ('thrown' in inspected) figures.findings.push(...judgeThrown(copy, inspected.thrown));
      else
        for (const { failure } of inspected.unreadable)
          figures.findings.push(...judgeThrown(copy, new EngineError(failure.code, failure.details)));
    }

    const replaced = outcome !== 'hang' && 'summary' in outcome;
    if (!replaced) await lookAgain(engine, expected, copy, 'export lost', figures);
    if (replaced || figures.copies % soundEvery === 0) {
      const again = await bounded(engine, Object.values(sound));
      if (again === 'hang' || 'thrown' in again) {
        figures.findings.push(finding(copy, 'next load failed', described(again)));
      } else await lookAgain(engine, expected, copy, 'next load failed', figures);
    }
    figures.peakResident = Math.max(figures.peakResident, process.memoryUsage.rss());
    figures.peakDatabase = Math.max(figures.peakDatabase, await engine.memory());
  }
  figures.seconds = (performance.now() - began) / 1000;
  figures.decodersStarted = host.started();
  return figures;
}

function loadCopy(engine: Engine, sound: ReturnType<typeof soundExport>, copy: Copy): Promise<Outcome> {
  return bounded(engine, Object.values({ ...sound, [copy.base.kind]: fileOf(copy) }));
}

function fileOf({ base, bytes }: Copy): File {
  return new File([bytes as BlobPart], `damaged ${base.kind}.parquet`);
}

async function bounded(engine: Engine, files: File[]): Promise<Outcome> {
  return inTime(
    engine,
    engine.load(files, () => undefined).then((summary) => ({ summary })),
  );
}

/** What is wrong with an outcome, by what the copy itself declares. */
function judge(copy: Copy, outcome: Outcome, figures: Figures): Finding[] {
  const counts = (figures.byMutation[copy.mutation] ??= { loads: 0, errors: 0 });
  if (outcome === 'hang') {
    figures.errors.hang = (figures.errors.hang ?? 0) + 1;
    counts.errors++;
    return [finding(copy, 'hang', `more than ${boundSeconds} s`)];
  }
  if ('thrown' in outcome) {
    counts.errors++;
    const { thrown } = outcome;
    if (thrown instanceof EngineError) {
      const code = thrown.code as ErrorCode;
      figures.errors[code] = (figures.errors[code] ?? 0) + 1;
    }
    return judgeThrown(copy, thrown);
  }
  counts.loads++;
  figures.loads++;
  const found: Finding[] = [];
  for (const { fileName, rowsRead, rowsUsed, setAside } of outcome.summary.files) {
    const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
    if (rowsRead !== rowsUsed + aside) {
      found.push(
        finding(copy, 'rows do not reconcile', `${fileName}: ${rowsRead} read, ${rowsUsed} used, ${aside} set aside`),
      );
    }
  }
  const footer = footerOf(copy.bytes);
  const { rowsRead } = outcome.summary.files.find(({ fileName }) => fileName === fileOf(copy).name)!;
  if (!footer) figures.unverified++;
  else {
    const grouped = footer.groupRows.reduce((sum, rows) => sum + rows, 0);
    if (rowsRead !== footer.rows || rowsRead !== grouped) {
      const declared = `the footer declares ${footer.rows}, its row groups ${grouped}`;
      found.push(finding(copy, 'wrong row count', `${rowsRead} read, ${declared}`));
    }
  }
  if (rowsRead !== copy.base.rows)
    figures.otherRows.push(`copy ${copy.number}: ${rowsRead} of ${copy.base.rows} (${copy.mutation})`);
  return found;
}

function judgeThrown(copy: Copy, thrown: unknown): Finding[] {
  if (!(thrown instanceof EngineError)) return [finding(copy, 'not an engine error', String(thrown))];
  return thrown.code === 'internal' ? [finding(copy, 'internal error', thrown.message)] : [];
}

/** Asks the loaded export again what it answered at first. */
async function lookAgain(
  engine: Engine,
  expected: unknown,
  copy: Copy,
  defect: Defect,
  figures: Figures,
): Promise<void> {
  try {
    const answers = await answersOf(engine);
    if (!isDeepStrictEqual(answers, expected))
      figures.findings.push(finding(copy, defect, 'other answers than before'));
  } catch (thrown) {
    figures.findings.push(finding(copy, defect, String(thrown)));
  }
}

async function answersOf(engine: Engine): Promise<unknown> {
  return [await engine.revenueAttribution({}), await engine.atRiskCards({ limit: 20 })];
}

function finding({ number, base, mutation }: Copy, defect: Defect, detail: string): Finding {
  return { defect, number, base: base.name, mutation, detail };
}

function described(outcome: Outcome): string {
  if (outcome === 'hang') return 'hang';
  if ('thrown' in outcome) return outcome.thrown instanceof Error ? outcome.thrown.message : String(outcome.thrown);
  return `loaded ${outcome.summary.files.map(({ rowsUsed, rowsRead }) => `${rowsUsed}/${rowsRead}`).join(' ')}`;
}
