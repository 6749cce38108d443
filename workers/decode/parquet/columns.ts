import { DataType, Precision, tableFromIPC, type Field } from 'apache-arrow';
import { ParquetFile } from 'parquet-wasm/esm/parquet_wasm.js';
import type { FileColumn, Form } from '../decoder.ts';
import type { ParquetFooter } from './footer.ts';
import { int96Type } from './int96.ts';

/** DuckDB's widest. */
const decimalDigits = 38;

/**
 * The columns as the decoder sees them. One that it does not know is of the form `other`, like a nested one: it is in nobody's way
 * until it is needed.
 *
 * @throws whatever the decoder throws where it knows none of the columns
 */
export async function columnsOf(footer: ParquetFooter): Promise<FileColumn[]> {
  const plain = [...footer.columns.keys()].filter((place) => !footer.columns[place]!.nested);
  const fields = new Map<number, Field>();
  try {
    for (const [index, field] of (await fieldsOf(footer, plain)).entries()) fields.set(plain[index]!, field);
  } catch (thrown) {
    for (const place of plain) {
      const [field] = await fieldsOf(footer, [place]).catch(() => []);
      if (field) fields.set(place, field);
    }
    if (fields.size === 0) throw thrown;
  }
  return footer.columns.map(({ name, nested, isInt96, seconds }, place) => {
    const instants = isInt96 ? int96Type : seconds;
    if (instants) return { name, place, form: 'timestamp', type: String(instants) };
    const type = fields.get(place)?.type as DataType | undefined;
    return type
      ? { name, place, form: formOf(type), type: String(type) }
      : { name, place, form: 'other', type: nested ?? 'Unknown' };
  });
}

async function fieldsOf(footer: ParquetFooter, places: readonly number[]): Promise<Field[]> {
  if (places.length === 0) return [];
  const parquet = await ParquetFile.fromFile(footer.only(places, { withRows: false }));
  try {
    return tableFromIPC(parquet.schema().intoIPCStream()).schema.fields;
  } finally {
    parquet.free();
  }
}

function formOf(type: DataType): Form {
  if (DataType.isInt(type)) return 'integer';
  if (DataType.isDecimal(type)) return type.precision > decimalDigits ? 'other' : 'decimal';
  // DuckDB takes no half precision.
  if (DataType.isFloat(type)) return type.precision === Precision.HALF ? 'other' : 'float';
  if (DataType.isUtf8(type)) return 'text';
  if (DataType.isFixedSizeBinary(type)) return type.byteWidth === 16 ? 'uuid' : 'bytes';
  if (DataType.isBinary(type)) return 'bytes';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isTimestamp(type)) return 'timestamp';
  if (DataType.isDate(type)) return 'date';
  return 'other';
}
