/** What values of a column are, whatever the file's physical layout. */
export type Form =
  'integer' | 'decimal' | 'float' | 'text' | 'bytes' | 'uuid' | 'boolean' | 'timestamp' | 'date' | 'other';

export interface FileColumn {
  name: string;
  form: Form;
  /** The Arrow type as text, for reports: `Timestamp<MICROSECOND, UTC>`. */
  type: string;
}

export interface OpenedFile {
  id: number;
  rows: number;
  columns: FileColumn[];
}

export interface Batch {
  rows: number;
  /** An Arrow IPC stream with this batch alone. */
  ipc: Uint8Array;
}

/** Turns files into Arrow, batch by batch. Runs where its crash cannot take loaded data with it. */
export interface Decoder {
  /** Reads the footer. Throws `file-empty`, `not-parquet`, `file-encrypted`, `file-damaged` or `file-unreadable`. */
  open(file: Blob, name: string): Promise<OpenedFile>;
  /** Starts to read the named columns of an opened file from its first row. */
  start(id: number, columns: readonly string[]): Promise<void>;
  /** The next batch in file order; null after the last. Throws `file-damaged`. */
  next(id: number): Promise<Batch | null>;
  /** Lets go of an opened file. */
  close(id: number): Promise<void>;
}
