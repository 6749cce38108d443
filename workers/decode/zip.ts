import {
  ERR_BAD_FORMAT,
  ERR_CENTRAL_DIRECTORY_NOT_FOUND,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { KnownCause } from '../../src/contract/causes.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the library says in English, as causes that the page has words for. Its first two: shorter than an archive's end, or without one. */
const causes: Record<string, KnownCause> = {
  [ERR_BAD_FORMAT]: 'end-missing',
  [ERR_EOCDR_NOT_FOUND]: 'end-missing',
  [ERR_CENTRAL_DIRECTORY_NOT_FOUND]: 'contradiction',
  [ERR_ENTRY_DATA_OUT_OF_BOUNDS]: 'contradiction',
  [ERR_INVALID_COMPRESSED_DATA]: 'contradiction',
  [ERR_INVALID_CRC32]: 'contradiction',
  [ERR_INVALID_UNCOMPRESSED_SIZE]: 'contradiction',
  [ERR_LOCAL_FILE_HEADER_NOT_FOUND]: 'contradiction',
  [ERR_OVERLAPPING_ENTRY]: 'contradiction',
};

/** The browser's own decompression, in this thread, which is a worker's already. */
export const zipOptions = {
  useWebWorkers: false,
  useCompressionStream: true,
  checkCrc32: true,
  checkOverlappingEntry: true,
  // Names are shown, never used as paths.
  filenameValidation: 'tolerant',
} as const;

/** What went wrong with an archive, for whoever has its name. */
export function zipFailure(thrown: unknown, file: string): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const cause = causeOf(thrown);
  return new EngineError('file-damaged', { file, cause: causes[cause] ?? cause }, { cause: thrown });
}

/** Chunks that are unpacked while the one before is being read: the browser does so beside this thread. */
const chunksAhead = 16;

/** Takes an entry's bytes through, and not one more than the archive says: what it says has been checked. */
export function countedBytes({ filename, uncompressedSize }: FileEntry): TransformStream<Bytes, Bytes> {
  let left = uncompressedSize;
  return new TransformStream<Bytes, Bytes>(
    {
      transform(chunk, controller) {
        left -= chunk.length;
        if (left < 0)
          throw new Error('contradiction' satisfies KnownCause, {
            cause: `${filename} is larger than the archive says`,
          });
        controller.enqueue(chunk);
      },
    },
    undefined,
    { highWaterMark: chunksAhead },
  );
}
