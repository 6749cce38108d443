/** Numbers of the fields, by the structs of `parquet.thrift` in https://github.com/apache/parquet-format */
export const inFile = { version: 1, schema: 2, rows: 3, groups: 4, keyValues: 5, createdBy: 6 } as const;
export const inElement = {
  type: 1,
  length: 2,
  repetition: 3,
  name: 4,
  children: 5,
  converted: 6,
  scale: 7,
  precision: 8,
  logical: 10,
} as const;
export const inGroup = { chunks: 1, bytes: 2, rows: 3 } as const;
export const inChunk = { path: 1, offset: 2, metadata: 3, crypto: 8 } as const;
export const inMetadata = {
  type: 1,
  encodings: 2,
  path: 3,
  codec: 4,
  values: 5,
  unpackedBytes: 6,
  packedBytes: 7,
  dataPage: 9,
  dictionaryPage: 11,
} as const;
export const inKeyValue = { key: 1, value: 2 } as const;
export const inPage = { type: 1, unpackedBytes: 2 } as const;
/** In the union of logical types, and in what it has of a timestamp. */
export const inLogical = { timestamp: 8 } as const;
export const inTimestamp = { isUtc: 1, unit: 2 } as const;

/** Physical types. */
export const physical = { int64: 2, int96: 3, byteArray: 6, fixedBytes: 7 } as const;
export const repetition = { optional: 1, repeated: 2 } as const;
export const dictionaryPage = 2;
