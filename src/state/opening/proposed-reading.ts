import type { FileKind } from '../../contract/files.ts';
import type { FileInspection, Proposal } from '../../contract/matching.ts';
import { amountColumn } from '../../domain/export-format.ts';
import type { ReadingChoice } from './draft.ts';

/** The file that stands for all of a draft: the first with rows to show. */
export function shownFile(files: readonly FileInspection[]): FileInspection {
  return files.find(({ preview }) => preview.length > 0) ?? files[0]!;
}

/** What the engine proposes for files of one shape as one kind; what one of them says plainly holds for all. */
export function readingAs(files: readonly FileInspection[], kind: FileKind): ReadingChoice {
  const all = files.map((file) => proposalAs(file, kind));
  const { columns, dialect } = proposalAs(shownFile(files), kind);
  const plain = all.find((one) => one.dialect.dates !== 'iso');
  const decimals = all.map((one) => one.dialect.decimal);
  const decimal = decimals.find((one) => one === ',') ?? decimals.find((one) => one !== null) ?? null;
  return {
    columns: { ...columns },
    dialect: { dates: plain?.dialect.dates ?? dialect.dates, decimal },
    types: Object.fromEntries(all.flatMap(({ types = {} }) => Object.entries(types))),
    states: {},
    amounts: (['units', 'cents'] as const).find((one) => all.some(({ amounts }) => amounts === one)) ?? null,
    signs: signsOf(files, kind, columns),
    ids: all.some(({ ids }) => ids === 'alike') ? 'alike' : 'written',
    undecidedDates: plain ? null : (all.find(({ ambiguousDates }) => ambiguousDates !== null)?.ambiguousDates ?? null),
    undecidedNumbers:
      decimal !== null
        ? null
        : (all.find(({ ambiguousNumbers }) => ambiguousNumbers !== null)?.ambiguousNumbers ?? null),
  };
}

/** The signs of the amounts that are chosen; null where all are below 0, so that a person has to say what they are. */
export function signsOf(
  files: readonly FileInspection[],
  kind: FileKind,
  columns: Readonly<Record<string, string>>,
): ReadingChoice['signs'] {
  const amount = columns[amountColumn[kind] ?? ''];
  const found = files.flatMap((file) => file.columns.find(({ name }) => name === amount) ?? []);
  return found.length > 0 && found.every(({ negative }) => negative) ? null : 'written';
}

export function proposalAs({ proposals }: FileInspection, kind: FileKind): Proposal {
  return proposals.find((proposal) => proposal.kind === kind)!;
}
