/**
 * Turns files into Arrow, and Arrow into files: one script, since both bring the same library along. A worker does one of the two.
 */
import { expose, transfer } from 'comlink';
import { passFailuresThroughComlink } from '../src/contract/errors-through-comlink.ts';
import { FileDecoder } from './decode/file-decoder.ts';
import { ArchiveEncoder } from './encode/archive-encoder.ts';
import type { Encoder } from './encode/encoder.ts';
import type { Decoder } from './decode/decoder.ts';
import { startParquet } from './start-parquet.ts';

passFailuresThroughComlink();
const starting = startParquet();
const files = new FileDecoder();

const decoder: Decoder = {
  ready: async () => void (await starting),
  open: async (file, name, part, said) => {
    await starting;
    return files.open(file, name, part, said);
  },
  unpack: (file, name) => files.unpack(file, name),
  preview: (id, rows) => files.preview(id, rows),
  beginReading: (id, places) => files.beginReading(id, places),
  next: async (id) => {
    const batch = await files.next(id);
    return batch && transfer(batch, [batch.ipc.buffer]);
  },
  close: (id) => files.close(id),
  closeAll: () => files.closeAll(),
};

// The two have one call in common, which does the same in both.
const served: Decoder & Encoder = Object.assign(new ArchiveEncoder(decoder.ready), decoder);
expose(served);
