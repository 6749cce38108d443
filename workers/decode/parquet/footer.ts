import { stagedName } from '../decoder.ts';
import type { TimestampSecond } from 'apache-arrow';
import type { KnownCause } from '../../../src/contract/causes.ts';
import { secondColumns } from './seconds.ts';
import { withOtherEnd } from './blob.ts';
import { inChunk, inElement, inFile, inGroup, inMetadata, physical, repetition } from './fields.ts';
import {
  arrowSchema,
  arrowSchemaOf,
  metadataOf,
  pick,
  plainChunk,
  plainElement,
  sorted,
  withoutZone,
} from './plain.ts';
import {
  joinStruct,
  listField,
  numberField,
  numberIn,
  splitList,
  splitStruct,
  textField,
  textIn,
  thriftTypes,
  type Struct,
} from './thrift.ts';

const convertedNames = new Map([
  [1, 'Map'],
  [2, 'Map'],
  [3, 'List'],
]);

const tailBytes = 8;

/** A column of the file at the top of its schema. */
export interface FooterColumn {
  name: string;
  /** What it is made of where it is not plain values: `Struct`, `List`, `Map`. */
  nested: string | null;
  /** Encrypted with a key of its own, behind a footer that is not. */
  encrypted: boolean;
  /** Instants as nanoseconds of a Julian day. */
  isInt96: boolean;
  /** Seconds that only the writer's copy of the schema tells from plain integers. */
  seconds: TimestampSecond | null;
  /** Values of any length. */
  isText: boolean;
  /** Its chunks, one a row group; none where it is nested. */
  chunks: Chunk[];
}

export interface Chunk {
  rows: number;
  /** Where its first page starts, which is its dictionary where it has one. */
  firstPageAt: number;
}

interface Parts {
  file: Struct;
  root: Struct;
  groups: Struct[];
  /** The elements and chunks of the plain columns by place; null for the others. */
  leaves: ({ element: Struct; chunks: Struct[] } | null)[];
}

/**
 * The footer of a Parquet file, from which files with some of its columns are made: the decoder is shown nothing but what is
 * read, in plain terms. What it would stumble over in the rest (types that it does not know, page indexes, other programs'
 * fields, the writer's own copy of the schema) is left out.
 */
export class ParquetFooter {
  readonly rows: number;
  readonly columns: FooterColumn[];
  readonly #blob: Blob;
  readonly #start: number;
  readonly #parts: Parts;

  private constructor(blob: Blob, start: number, parts: Parts, columns: FooterColumn[]) {
    this.#blob = blob;
    this.#start = start;
    this.#parts = parts;
    this.columns = columns;
    this.rows = rowsOf(parts);
  }

  /** @throws Error that says what is wrong with the footer */
  static async of(blob: Blob): Promise<ParquetFooter> {
    const tail = new DataView(await blob.slice(-tailBytes).arrayBuffer());
    const start = blob.size - tailBytes - tail.getUint32(0, true);
    if (start < 4) throw contradiction('its footer is longer than the file');
    const bytes = new Uint8Array(await blob.slice(start, blob.size - tailBytes).arrayBuffer());
    const file = splitStruct(bytes);
    const [root, ...elements] = splitList(file.get(inFile.schema)).map(splitStruct);
    if (!root) throw contradiction('its footer has no schema');
    const groups = splitList(file.get(inFile.groups)).map(splitStruct);
    const chunks = groups.map((group) => splitList(group.get(inGroup.chunks)).map(splitStruct));

    const seconds = secondColumns(arrowSchemaOf(file));
    const parts: Parts = { file, root, groups, leaves: [] };
    const columns: FooterColumn[] = [];
    let leaf = 0;
    for (let at = 0; at < elements.length;) {
      const element = elements[at]!;
      const { next, leaves } = subtree(elements, at);
      const ofColumn = chunks.map((group) => group.slice(leaf, leaf + leaves));
      const plain = element.has(inElement.type) && numberIn(element.get(inElement.repetition)) !== repetition.repeated;
      const own = plain ? ofColumn.flat() : [];
      if (own.length !== (plain ? groups.length : 0))
        throw contradiction('its row groups do not have the columns of its schema');
      parts.leaves.push(plain ? { element, chunks: own } : null);
      columns.push({
        name: textIn(element.get(inElement.name)) ?? '',
        nested: plain ? null : nestedName(element),
        encrypted: ofColumn.flat().some((chunk) => chunk.has(inChunk.crypto)),
        isInt96: plain && numberIn(element.get(inElement.type)) === physical.int96,
        seconds: isPlainInt64(element) ? seconds(columns.length, textIn(element.get(inElement.name)) ?? '') : null,
        isText: numberIn(element.get(inElement.type)) === physical.byteArray,
        chunks: own.map((chunk, group) => chunkOf(chunk, numberIn(groups[group]!.get(inGroup.rows)) ?? 0)),
      });
      leaf += leaves;
      at = next;
    }
    if (chunks.some((group) => group.length !== leaf)) {
      throw contradiction('its row groups do not have the columns of its schema');
    }
    return new ParquetFooter(blob, start, parts, columns);
  }

  /**
   * The file as if it had only the columns at these places, none of them nested, called by them (`stagedName`). INT96 is 12 bytes there: the decoder would wrap
   * it around (`parquet-int96.ts`).
   *
   * @param withRows false for the schema alone, which encrypted columns have as well
   * @param schema Arrow's message with the types that the columns are to have
   */
  only(places: readonly number[], { withRows = true, schema }: { withRows?: boolean; schema?: Uint8Array } = {}): Blob {
    const { file, root, leaves } = this.#parts;
    const groups = withRows ? this.#parts.groups : [];
    const chosen = places.map((place) => {
      const { element, chunks } = leaves[place]!;
      return { element: new Map(element).set(inElement.name, textField(stagedName(place))), chunks };
    });
    const rootOnly = pick(root, [inElement.name]);
    rootOnly.set(inElement.children, numberField(thriftTypes.i32, chosen.length));
    const elements = [
      rootOnly,
      ...chosen.map(({ element }) => (withRows ? withoutZone(plainElement(element)) : plainElement(element))),
    ];
    const ownGroups = groups.map((group, index) => {
      const own = pick(group, [inGroup.bytes, inGroup.rows]);
      return sorted(
        own.set(inGroup.chunks, listField(chosen.map(({ chunks }) => joinStruct(plainChunk(chunks[index]!))))),
      );
    });
    const footer = pick(file, [inFile.version, inFile.createdBy]);
    footer.set(inFile.rows, numberField(thriftTypes.i64, withRows ? this.rows : 0));
    footer.set(inFile.schema, listField(elements.map((element) => joinStruct(sorted(element)))));
    footer.set(inFile.groups, listField(ownGroups.map(joinStruct)));
    if (schema) footer.set(inFile.keyValues, listField([joinStruct(arrowSchema(schema))]));
    return withOtherEnd(this.#blob, this.#start, joinStruct(sorted(footer)));
  }
}

/** A footer that contradicts itself would otherwise end in rows lost without a word. */
function rowsOf({ file, groups }: Parts): number {
  const rows = numberIn(file.get(inFile.rows));
  const inGroups = groups.reduce((sum, group) => sum + (numberIn(group.get(inGroup.rows)) ?? 0), 0);
  if (rows === inGroups) return rows;
  throw contradiction(`its footer speaks of ${rows} rows in all and of ${inGroups} in its row groups`);
}

/** Where the column that starts with the element at `at` ends, and how many leaves it has. */
function subtree(elements: readonly Struct[], at: number): { next: number; leaves: number } {
  let next = at;
  let leaves = 0;
  for (let open = 1; open > 0; open--) {
    const element = elements[next++];
    if (!element) throw contradiction('its schema ends in the middle of a column');
    if (element.has(inElement.type)) leaves++;
    else open += numberIn(element.get(inElement.children)) ?? 0;
  }
  return { next, leaves };
}

function isPlainInt64(element: Struct): boolean {
  const isAnnotated = element.has(inElement.logical) || element.has(inElement.converted);
  return numberIn(element.get(inElement.type)) === physical.int64 && !isAnnotated;
}

function nestedName(element: Struct): string {
  if (numberIn(element.get(inElement.repetition)) === repetition.repeated) return 'List';
  return convertedNames.get(numberIn(element.get(inElement.converted)) ?? -1) ?? 'Struct';
}

function chunkOf(chunk: Struct, rows: number): Chunk {
  const metadata = metadataOf(chunk);
  const at = (field: number): number => numberIn(metadata.get(field)) ?? 0;
  // Some writers give 0 where there is no dictionary, some nothing where there is one.
  return { rows, firstPageAt: at(inMetadata.dictionaryPage) || at(inMetadata.dataPage) };
}

/** @param how for whoever looks into it */
function contradiction(how: string): Error {
  return new Error('contradiction' satisfies KnownCause, { cause: how });
}
