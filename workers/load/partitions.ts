import type { FileColumn } from '../decode/decoder.ts';
import type { Sample } from '../recognise/sample.ts';

/** What programs write for a value that is not there. */
const nothing = '__HIVE_DEFAULT_PARTITION__';

/**
 * The columns that a file has by the folders it is in, such as `merchant_id=3/part-0.parquet`: programs that write a table in parts leave them
 * out of the parts. A column of the file itself comes before a folder of its name.
 *
 * @param name of the file, with its folders
 */
export function partitionColumns(name: string, columns: readonly FileColumn[]): FileColumn[] {
  const folders = name.split('/').slice(0, -1);
  const found = new Map<string, string | null>();
  for (const folder of folders) {
    const [, key, value] = /^([^=]+)=(.*)$/.exec(folder) ?? [];
    if (key !== undefined) found.set(unescaped(key), value === nothing ? null : unescaped(value!));
  }
  const own = new Set(columns.map((column) => column.name.toLowerCase()));
  return [...found]
    .filter(([key]) => !own.has(key.toLowerCase()))
    .map(([key, constant], index) => ({
      name: key,
      place: columns.length + index,
      form: 'text',
      type: 'text',
      constant,
    }));
}

/** The rows of a file with what its folders say behind the others. */
export function withPartitions(rows: Sample, columns: readonly FileColumn[]): Sample {
  const constants = columns.flatMap(({ constant }) => (constant === undefined ? [] : [constant]));
  return constants.length === 0 ? rows : rows.map((row) => [...row, ...constants]);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
