import type { FileKind } from '../../src/contract';
import { EngineError } from '../../src/failure';
import { contractColumns, type ContractColumn, type Want } from './contract-columns';
import type { FileColumn, Form } from './decoder';

export interface MatchedColumn {
  wanted: ContractColumn;
  found: FileColumn;
}

/** A file recognised as one of the export's. */
export interface RecognisedFile {
  kind: FileKind;
  matched: MatchedColumn[];
  absent: string[];
  ignored: string[];
}

/** Which forms can hold what is wanted; whether each value really does is checked row by row. */
const acceptedForms: Record<Want, readonly Form[]> = {
  id: ['integer', 'decimal', 'float', 'text', 'bytes', 'uuid'],
  text: ['text', 'bytes', 'integer', 'decimal', 'float', 'uuid', 'boolean'],
  integer: ['integer', 'decimal', 'float', 'text', 'bytes'],
  instant: ['timestamp', 'date', 'text', 'bytes'],
  boolean: ['boolean', 'integer', 'decimal', 'float', 'text', 'bytes'],
};

/** Below this share of needed columns a file is taken for something else altogether. */
const resemblance = 0.5;

/**
 * Recognises a file by its columns, whatever their case and order.
 *
 * @throws EngineError `kind-unknown`, `column-missing`, `column-ambiguous` or `column-type`.
 */
export function recognise(file: string, columns: readonly FileColumn[]): RecognisedFile {
  const byName = columnsByName(columns);
  const kind = kindOf(file, columns, byName);
  const matched: MatchedColumn[] = [];
  const absent: string[] = [];
  for (const wanted of contractColumns[kind]) {
    const found = byName.get(wanted.name);
    if (found) matched.push({ wanted, found: single(file, wanted.name, found) });
    else absent.push(wanted.name);
  }
  for (const { wanted, found } of matched) {
    if (!acceptedForms[wanted.want].includes(found.form)) {
      throw new EngineError('column-type', { file, column: found.name, found: found.type, wanted: wanted.want });
    }
  }
  const used = new Set(matched.map(({ found }) => found));
  return { kind, matched, absent, ignored: columns.filter((column) => !used.has(column)).map(({ name }) => name) };
}

function columnsByName(columns: readonly FileColumn[]): Map<string, FileColumn[]> {
  const byName = new Map<string, FileColumn[]>();
  for (const column of columns) {
    const name = column.name.trim().toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), column]);
  }
  return byName;
}

function kindOf(file: string, columns: readonly FileColumn[], byName: ReadonlyMap<string, unknown>): FileKind {
  const candidates = (Object.keys(contractColumns) as FileKind[]).map((kind) => {
    const needed = contractColumns[kind].filter((column) => column.needed).map(({ name }) => name);
    const missing = needed.filter((name) => !byName.has(name));
    return { kind, missing, share: 1 - missing.length / needed.length, matched: needed.length - missing.length };
  });
  const complete = candidates.filter(({ missing }) => missing.length === 0).sort((a, b) => b.matched - a.matched)[0];
  if (complete) return complete.kind;

  const closest = candidates.sort((a, b) => b.matched - a.matched)[0]!;
  const names = columns.map(({ name }) => name);
  if (closest.share >= resemblance) {
    throw new EngineError('column-missing', { file, kind: closest.kind, missing: closest.missing, columns: names });
  }
  const { kind, missing, matched } = closest;
  throw new EngineError('kind-unknown', {
    file,
    columns: names,
    closest: matched > 0 ? kind : null,
    missing: matched > 0 ? missing : [],
  });
}

/** Of columns whose names differ only in case, the one spelt as the contract does. */
function single(file: string, name: string, found: readonly FileColumn[]): FileColumn {
  const exact = found.length === 1 ? found[0] : found.find((column) => column.name === name);
  if (exact) return exact;
  throw new EngineError('column-ambiguous', { file, column: name, columns: found.map((column) => column.name) });
}
