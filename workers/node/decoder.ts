import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { passFailuresThroughComlink } from '../../src/contract/errors-through-comlink.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { SaidLayout } from '../../src/contract/layout.ts';
import type { Decoder, FilePart, OpenedFile, Unpacked } from '../decode/decoder.ts';
import { FileDecoder } from '../decode/file-decoder.ts';
import { changedWhileRead } from '../decode/unchanged.ts';
import { initParquet } from './parquet-wasm.ts';

/** The decoder as this thread serves it: a file on disk comes as its path, and goes back as that. */
export interface DecoderThread extends Omit<Decoder, 'open' | 'unpack'> {
  open(file: Blob | string, name: string, part?: FilePart, said?: SaidLayout): Promise<OpenedFile>;
  unpack(file: Blob | string, name: string): Promise<Unpacked<Blob | string>>;
}

export async function serve(): Promise<void> {
  passFailuresThroughComlink();
  await initParquet();
  const files = new FileDecoder();
  const onDisk = new Map<number, FileOnDisk>();
  const thread: DecoderThread = {
    ready: () => Promise.resolve(),
    open: async (file, name, part, said) => {
      const before = typeof file === 'string' ? await lookAt(file, name) : null;
      const opened = await files.open(await blobOf(file), name, part, said);
      if (before) onDisk.set(opened.id, before);
      return opened;
    },
    unpack: async (file, name) => {
      const blob = await blobOf(file);
      const unpacked = await files.unpack(blob, name);
      return { ...unpacked, files: unpacked.files.map((part) => (part.file === blob ? { ...part, file } : part)) };
    },
    preview: (id, rows) => files.preview(id, rows),
    beginReading: (id, places) => files.beginReading(id, places),
    next: async (id) => {
      const batch = await files.next(id);
      const before = onDisk.get(id);
      if (!batch && before) await compareWith(before);
      return batch;
    },
    close: (id) => {
      onDisk.delete(id);
      return files.close(id);
    },
    closeAll: () => {
      onDisk.clear();
      return files.closeAll();
    },
  };
  expose(thread, nodeEndpoint(parentPort as MessagePort));
}

/** A file on disk as it was when it was opened. Node reads on where a browser would notice that it is another. */
interface FileOnDisk {
  path: string;
  name: string;
  bytes: number;
  changedAt: number;
}

async function lookAt(path: string, name: string): Promise<FileOnDisk> {
  try {
    const { size: bytes, mtimeMs: changedAt } = await stat(path);
    return { path, name, bytes, changedAt };
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  }
}

/** @throws EngineError `file-unreadable` for a file that is another by now */
async function compareWith({ path, name, bytes, changedAt }: FileOnDisk): Promise<void> {
  const now = await lookAt(path, name);
  if (now.bytes !== bytes) throw changedWhileRead(name, `it had ${bytes} bytes, and has ${now.bytes}`);
  if (now.changedAt !== changedAt) throw changedWhileRead(name, 'it was written to');
}

async function blobOf(file: Blob | string): Promise<Blob> {
  return typeof file === 'string' ? openAsBlob(file) : file;
}
