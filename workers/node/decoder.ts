import { openAsBlob } from 'node:fs';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { passFailuresThroughComlink } from '../../src/failure';
import type { Decoder, OpenedFile, Unpacked } from '../ingest/decoder';
import { FileDecoder } from '../ingest/files';
import { initParquet } from './parquet-wasm';

/** The decoder as this thread serves it: a file on disk comes as its path, and goes back as that. */
export interface DecoderThread extends Omit<Decoder, 'open' | 'unpack'> {
  open(file: Blob | string, name: string): Promise<OpenedFile>;
  unpack(file: Blob | string, name: string): Promise<Unpacked<Blob | string>>;
}

export async function serve(): Promise<void> {
  passFailuresThroughComlink();
  await initParquet();
  const files = new FileDecoder();
  const thread: DecoderThread = {
    open: async (file, name) => files.open(await blobOf(file), name),
    unpack: async (file, name) => {
      const blob = await blobOf(file);
      const unpacked = await files.unpack(blob, name);
      return { ...unpacked, files: unpacked.files.map((part) => (part.file === blob ? { ...part, file } : part)) };
    },
    preview: (id, rows) => files.preview(id, rows),
    start: (id, places) => files.start(id, places),
    next: (id) => files.next(id),
    close: (id) => files.close(id),
  };
  expose(thread, nodeEndpoint(parentPort as MessagePort));
}

async function blobOf(file: Blob | string): Promise<Blob> {
  return typeof file === 'string' ? openAsBlob(file) : file;
}
