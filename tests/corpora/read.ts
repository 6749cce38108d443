import { readFile } from 'node:fs/promises';
import { causeOf, EngineError, toEngineError } from '../../src/contract/errors.ts';
import type { Database } from '../../workers/database/database.ts';
import type { DecoderProcess } from '../../workers/engine/decoder-process.ts';
import type { FileColumn } from '../../workers/decode/decoder.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';

/** How long one step of reading a file may take. */
const boundSeconds = 60;

/** What became of a file. */
export interface Reading {
  /** Rows that its footer declares; null when it could not be opened. */
  declared: number | null;
  columns: FileColumn[];
  /** Rows that DuckDB holds of the columns that the contract has a form for, or why it does not hold them. */
  inserted: number | EngineError;
}

/** Reads files as the engine does: in a decoder that may die, into a database that may not. */
export class Reader {
  readonly #startDecoder: () => DecoderProcess;
  #decoding: DecoderProcess | null = null;
  database!: Database;

  constructor(startDecoder: () => DecoderProcess) {
    this.#startDecoder = startDecoder;
  }

  async open(): Promise<void> {
    this.database = await openNodeDatabase();
  }

  /** Reads what the contract has forms for into the table `file`, with the row's number as `row`. */
  async read(path: URL, name: string): Promise<Reading> {
    const bytes = new File([await readFile(path)], name);
    let declared: number | null = null;
    let columns: FileColumn[] = [];
    try {
      const opened = await this.#ask(name, (decoder) => decoder.open(bytes, name));
      ({ rows: declared, columns } = opened);
      await this.#ask(name, (decoder) => decoder.close(opened.id));
    } catch (thrown) {
      const error = this.#failure(thrown);
      return { declared, columns, inserted: error };
    }
    await this.database.run('DROP TABLE IF EXISTS file');
    const usable = columns.filter(({ form }) => form !== 'other');
    if (usable.length === 0) return { declared, columns, inserted: 0 };
    let inserted = await this.#rows(bytes, usable, async (ipc, before) => {
      await this.database.run('DROP TABLE IF EXISTS staging.runs');
      await this.database.insertArrow('runs', ipc);
      const select = `SELECT run.rowid + ${before} AS row, run.* FROM staging.runs AS run`;
      await this.database.run(before === 0 ? `CREATE TABLE file AS ${select}` : `INSERT INTO file ${select}`);
    });
    if (typeof inserted !== 'number') await this.database.reconnect();
    else if (inserted > 0) inserted = await this.#count();
    return { declared, columns, inserted };
  }

  end(): void {
    this.#decoding?.end();
    this.#decoding = null;
  }

  async #rows(
    file: File,
    columns: readonly FileColumn[],
    take: (ipc: Uint8Array, before: number) => Promise<void>,
  ): Promise<number | EngineError> {
    try {
      const { id } = await this.#ask(file.name, (decoder) => decoder.open(file, file.name));
      const places = columns.map(({ place }) => place);
      await this.#ask(file.name, (decoder) => decoder.beginReading(id, places));
      let rows = 0;
      for (;;) {
        const batch = await this.#ask(file.name, (decoder) => decoder.next(id));
        if (!batch) break;
        await take(batch.ipc, rows);
        rows += batch.rows;
      }
      await this.#ask(file.name, (decoder) => decoder.close(id));
      return rows;
    } catch (thrown) {
      return this.#failure(thrown);
    }
  }

  async #count(): Promise<number> {
    const [row] = await this.database.query<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM "file"`);
    return row!.rows;
  }

  async #ask<T>(file: string, ask: (decoder: DecoderProcess['decoder']) => Promise<T>): Promise<T> {
    const { decoder, died } = (this.#decoding ??= this.#startDecoder());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`hangs: no answer within ${boundSeconds} s`)), boundSeconds * 1000);
    });
    try {
      return await Promise.race([ask(decoder), died, tooLong]);
    } catch (thrown) {
      if (thrown instanceof EngineError) throw thrown;
      throw new EngineError('file-damaged', { file, cause: causeOf(thrown) }, { cause: thrown });
    } finally {
      clearTimeout(timer);
    }
  }

  /** The error of a file; the next one gets another decoder, as in the engine. */
  #failure(thrown: unknown): EngineError {
    this.end();
    return toEngineError(thrown);
  }
}
