/** Rows of a group of a Parquet file: DuckDB's own, so that it reads the file with all of its threads. */
export const rowsAGroup = 122_880;

/** Turns Arrow into files, batch by batch. Runs in a worker of its own, which ends when it is done: what it took of memory goes with it. */
export interface Encoder {
  /** Answers once it can encode. Throws when it never will. */
  ready(): Promise<void>;
  /** Begins a Parquet file of the archive. */
  begin(name: string): Promise<void>;
  /** Takes rows into the file that was begun. `ipc`: an Arrow IPC stream, with the same columns each time; also where it has no row. */
  add(ipc: Uint8Array): Promise<void>;
  /** Ends the file. */
  end(): Promise<void>;
  /** The zip archive with all files, which ends with this. */
  finish(): Promise<Blob>;
}
