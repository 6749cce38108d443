import { BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { Encoder } from './encoder.ts';
import { ParquetWriter } from './parquet.ts';

/** Parquet files in a zip archive: browsers ask before a page saves several files, and one archive is one file. */
export class ArchiveEncoder implements Encoder {
  /** Initialises parquet-wasm. */
  readonly ready: () => Promise<void>;
  #started: ZipWriter<Blob> | null = null;
  #file: ParquetWriter | null = null;
  /** Settles when all of the file is in the archive. */
  #written: Promise<unknown> = Promise.resolve();

  constructor(ready: () => Promise<void>) {
    this.ready = ready;
  }

  get #archive(): ZipWriter<Blob> {
    // Parquet is compressed already.
    return (this.#started ??= new ZipWriter(new BlobWriter('application/zip'), { level: 0, useWebWorkers: false }));
  }

  async begin(name: string): Promise<void> {
    this.#file = new ParquetWriter();
    const bytes = this.#file.bytes();
    this.#written = bytes.then((readable) => this.#archive.add(name, { readable }));
    // Told to whoever waits for the end of the file.
    this.#written.catch(() => undefined);
  }

  async add(ipc: Uint8Array): Promise<void> {
    await Promise.race([this.#file!.add(ipc), this.#failed()]);
  }

  async end(): Promise<void> {
    await Promise.all([this.#file!.end(), this.#written]);
    this.#file = null;
  }

  finish(): Promise<Blob> {
    return this.#archive.close();
  }

  /** Rejects where the file cannot be written: nothing takes its rows then. */
  async #failed(): Promise<never> {
    await this.#written;
    return new Promise<never>(() => undefined);
  }
}
