import { openAsBlob } from 'node:fs';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { passFailuresThroughComlink } from '../../src/failure';
import type { Decoder, OpenedFile } from '../ingest/decoder';
import { ParquetDecoder } from '../ingest/parquet';
import { initParquet } from './parquet-wasm';

/** The decoder as this thread serves it: a file on disk comes as its path. */
export interface DecoderThread extends Omit<Decoder, 'open'> {
  open(file: Blob | string, name: string): Promise<OpenedFile>;
}

export async function serve(): Promise<void> {
  passFailuresThroughComlink();
  await initParquet();
  const parquet = new ParquetDecoder();
  const thread: DecoderThread = {
    open: async (file, name) => parquet.open(typeof file === 'string' ? await openAsBlob(file) : file, name),
    start: (id, columns) => parquet.start(id, columns),
    next: (id) => parquet.next(id),
    close: (id) => parquet.close(id),
  };
  expose(thread, nodeEndpoint(parentPort as MessagePort));
}
