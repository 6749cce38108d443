import {
  inChunk,
  inElement,
  inFile,
  inKeyValue,
  inLogical,
  inMetadata,
  inTimestamp,
  physical,
  repetition,
} from './fields.ts';
import {
  joinStruct,
  numberField,
  numberIn,
  splitList,
  splitStruct,
  textField,
  textIn,
  thriftTypes,
  type Field,
  type Struct,
} from './thrift.ts';

/** Converted types of instants, with the unit's number in the union of units. */
const convertedUnits = new Map([
  [9, 1],
  [10, 2],
]);

/** A column's element of the schema with what matters to the decoder. INT96 is 12 bytes there. */
export function plainElement(element: Struct): Struct {
  const plain = pick(element, Object.values(inElement));
  // The format wants it; hyparquet's writer left it out, and writes levels as of an optional column.
  if (!plain.has(inElement.repetition))
    plain.set(inElement.repetition, numberField(thriftTypes.i32, repetition.optional));
  return numberIn(element.get(inElement.type)) === physical.int96 ? asBytes(plain) : plain;
}

/**
 * Instants are UTC with or without the mark of it. DuckDB makes microseconds of marked ones while it takes them, and refuses all of
 * them for one that it cannot hold.
 */
export function withoutZone(element: Struct): Struct {
  const unit = unitOf(element);
  if (!unit) return element;
  const type: Struct = new Map([
    [inTimestamp.isUtc, { type: thriftTypes.boolFalse, bytes: new Uint8Array() }],
    [inTimestamp.unit, unit],
  ]);
  element.delete(inElement.converted);
  const union: Struct = new Map([[inLogical.timestamp, { type: thriftTypes.struct, bytes: joinStruct(type) }]]);
  return element.set(inElement.logical, { type: thriftTypes.struct, bytes: joinStruct(union) });
}

/** The unit of an element's TIMESTAMP annotation, the older kind of which has milliseconds and microseconds only. */
function unitOf(element: Struct): Field | undefined {
  const logical = element.get(inElement.logical);
  const timestamp = logical && splitStruct(logical.bytes).get(inLogical.timestamp);
  if (timestamp) return splitStruct(timestamp.bytes).get(inTimestamp.unit);
  const id = logical ? undefined : convertedUnits.get(numberIn(element.get(inElement.converted)) ?? -1);
  const empty = { type: thriftTypes.struct, bytes: joinStruct(new Map()) };
  return id === undefined ? undefined : { type: thriftTypes.struct, bytes: joinStruct(new Map([[id, empty]])) };
}

function asBytes(element: Struct): Struct {
  element.set(inElement.type, numberField(thriftTypes.i32, physical.fixedBytes));
  element.set(inElement.length, numberField(thriftTypes.i32, 12));
  element.delete(inElement.converted);
  element.delete(inElement.logical);
  return element;
}

/** What a chunk says of its pages; nothing where that is encrypted. */
export function metadataOf(chunk: Struct): Struct {
  const metadata = chunk.get(inChunk.metadata);
  return metadata ? splitStruct(metadata.bytes) : new Map();
}

/** A chunk with what matters to the decoder. */
export function plainChunk(chunk: Struct): Struct {
  const metadata = pick(metadataOf(chunk), Object.values(inMetadata));
  if (numberIn(metadata.get(inMetadata.dictionaryPage)) === 0) metadata.delete(inMetadata.dictionaryPage);
  if (numberIn(metadata.get(inMetadata.type)) === physical.int96) {
    metadata.set(inMetadata.type, numberField(thriftTypes.i32, physical.fixedBytes));
  }
  const plain = pick(chunk, [inChunk.path, inChunk.offset]);
  return plain.set(inChunk.metadata, { type: thriftTypes.struct, bytes: joinStruct(sorted(metadata)) });
}

const arrowSchemaKey = 'ARROW:schema';

/** What a footer has of it, in base 64. */
export function arrowSchemaOf(file: Struct): string | null {
  const entries = splitList(file.get(inFile.keyValues)).map(splitStruct);
  const entry = entries.find((fields) => textIn(fields.get(inKeyValue.key)) === arrowSchemaKey);
  return entry ? textIn(entry.get(inKeyValue.value)) : null;
}

/** The entry of the footer by which writers and readers pass on the types of Arrow that Parquet does not have. */
export function arrowSchema(message: Uint8Array): Struct {
  return new Map([
    [inKeyValue.key, textField(arrowSchemaKey)],
    [inKeyValue.value, textField(btoa(String.fromCharCode(...message)))],
  ]);
}

/** The fields with these numbers. */
export function pick(fields: Struct, ids: readonly number[]): Struct {
  return new Map([...fields].filter(([id]) => ids.includes(id)));
}

/** The fields in the order of their numbers. */
export function sorted(fields: Struct): Struct {
  return new Map([...fields].sort(([a], [b]) => a - b));
}
