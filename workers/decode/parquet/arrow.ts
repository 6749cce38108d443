import { Field, Schema, Table, tableFromIPC, tableToIPC, type DataType } from 'apache-arrow';
import { ParquetFile } from 'parquet-wasm/esm/parquet_wasm.js';
import type { ParquetFooter } from './footer.ts';

/**
 * A file with some of its columns, opened so that the decoder makes them of other types than by itself. It goes by the copy of the
 * Arrow schema in the footer.
 *
 * @param typeOf says the other type of a column by its index in `places`, if any
 */
export async function openAs(
  footer: ParquetFooter,
  places: readonly number[],
  typeOf: (index: number, type: DataType) => DataType | null,
): Promise<ParquetFile> {
  const plain = await ParquetFile.fromFile(footer.only(places));
  const { fields } = tableFromIPC(plain.schema().intoIPCStream()).schema;
  const types = fields.map(({ type }, index) => typeOf(index, type as DataType));
  if (types.every((type) => type === null)) return plain;
  plain.free();
  const schema = new Schema(
    fields.map(({ name, type, nullable }, index) => new Field(name, types[index] ?? (type as DataType), nullable)),
  );
  return ParquetFile.fromFile(footer.only(places, { schema: schemaMessage(schema) }));
}

/** The first message of an IPC stream: a mark, its length and that many bytes. */
function schemaMessage(schema: Schema): Uint8Array {
  const stream = tableToIPC(new Table(schema), 'stream');
  return stream.subarray(0, 8 + new DataView(stream.buffer, stream.byteOffset).getInt32(4, true));
}
