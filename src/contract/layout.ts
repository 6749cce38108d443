/** How a table lies in a text or a sheet: what is found, and what a person says instead. */

/** Encodings of text, as `TextDecoder` calls them; `cp850` is that of DOS in western Europe, which it does not know. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'windows-1253',
  'windows-1254',
  'macintosh',
  'cp850',
  'shift_jis',
  'euc-kr',
  'euc-jp',
  'gb18030',
  'big5',
] as const;

export type TextEncoding = (typeof textEncodings)[number];

/** What a person says of a file; all else is found out. */
export interface SaidLayout {
  encoding?: TextEncoding | undefined;
  delimiter?: string | undefined;
  /** The row that names the columns, by its place among `FoundLayout.rows`; null where none does. */
  header?: number | null | undefined;
}

/** What a person says of files, by their names as `inspect` gives them. */
export type SaidLayouts = ReadonlyMap<string, SaidLayout>;

/** A way to read the bytes of a text, with some of its words as they are then. */
export interface EncodingReading {
  encoding: TextEncoding;
  words: string[];
}

/** What is found in a text or a sheet. */
export interface FoundLayout {
  /** Null for a sheet. */
  encoding: TextEncoding | null;
  /** Where a person has to say in what it is written: what it may be, the likeliest first. */
  readings: EncodingReading[];
  /** Null for a sheet. */
  delimiter: string | null;
  /** Its first rows with something in them, with their first cells, shortened. */
  rows: string[][];
  /** Those of them that name the columns, from the first to the last; null where none does. */
  header: { first: number; last: number } | null;
  /** The first of them that is one of the table. */
  tableFrom: number;
  /** What a person said of it; null where all of it was found. */
  said: SaidLayout | null;
}
