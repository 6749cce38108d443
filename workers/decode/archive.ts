import {
  BlobReader,
  ERR_BAD_FORMAT,
  ERR_CENTRAL_DIRECTORY_NOT_FOUND,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { KnownCause } from '../../src/contract/causes.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';
import { mostFiles, type Unpacked } from './decoder.ts';
import { natureOf } from './file-nature.ts';
import { isStranger } from './strangers.ts';

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

const mostBytes = 4 * 1024 ** 3;

/** Tables compress up to a hundred times; more than this is an archive made to fill the memory. */
const highestRatio = 1000;

/** Below this a high ratio does no harm. */
const harmlessBytes = 64 * 1024 ** 2;

/** The browser's own decompression, in this thread, which is a worker's already. */
const options = {
  useWebWorkers: false,
  useCompressionStream: true,
  checkCrc32: true,
  checkOverlappingEntry: true,
  // Names are shown, never used as paths.
  filenameValidation: 'tolerant',
} as const;

/** Whether a file is a zip archive by its first bytes. */
export async function isArchive(file: Blob, name: string): Promise<boolean> {
  try {
    return natureOf(new Uint8Array(await file.slice(0, 4).arrayBuffer())) === 'zip';
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  }
}

/**
 * The files in a zip archive that may be files of an export, decompressed, under names like `export.zip/cards.csv`. Pictures, documents
 * and what operating systems leave behind stay where they are.
 *
 * @throws EngineError `format-unknown` for a spreadsheet, which is a zip too; `file-encrypted`, `archive-too-large`,
 *   `archive-empty`, `too-many-files`, `file-damaged`
 */
export async function unpackArchive(file: Blob, name: string): Promise<Unpacked> {
  const reader = new ZipReader(new BlobReader(file), options);
  const nameOf = (entry: FileEntry): string => `${name}/${pathOf(entry)}`;
  try {
    const entries = await reader.getEntries();
    checkContents(
      entries.map(({ filename }) => filename),
      name,
    );
    const stored = entries.filter((entry): entry is FileEntry => !entry.directory);
    const kept: FileEntry[] = [];
    const leftOut: string[] = [];
    for (const entry of stored) {
      if (isStranger(pathOf(entry))) leftOut.push(nameOf(entry));
      else kept.push(entry);
    }
    if (kept.length === 0) {
      throw new EngineError('archive-empty', {
        file: name,
        found: entries.map(({ filename }) => filename).slice(0, 20),
      });
    }
    if (kept.some(({ encrypted }) => encrypted)) throw new EngineError('file-encrypted', { file: name });
    checkSizes(kept, name);

    const unpacked: Unpacked = { files: [], leftOut };
    for (const entry of kept) unpacked.files.push({ name: nameOf(entry), file: await decompressed(entry) });
    return unpacked;
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    const cause = causeOf(thrown);
    throw new EngineError('file-damaged', { file: name, cause: causes[cause] ?? cause }, { cause: thrown });
  } finally {
    await reader.close().catch(() => undefined);
  }
}

/** Programs that archive a folder as `.` begin every path with it. */
function pathOf({ filename }: FileEntry): string {
  return filename.replace(/^(\.\/+)+/, '');
}

function checkContents(names: readonly string[], file: string): void {
  if (names.some((name) => name.startsWith('xl/'))) {
    throw new EngineError('format-unknown', { file, looksLike: 'excel' });
  }
  if (names.includes('mimetype') && names.includes('content.xml')) {
    throw new EngineError('format-unknown', { file, looksLike: 'spreadsheet' });
  }
  if (names.includes('[Content_Types].xml')) {
    throw new EngineError('format-unknown', { file, looksLike: 'document' });
  }
}

function checkSizes(entries: readonly FileEntry[], file: string): void {
  if (entries.length > mostFiles)
    throw new EngineError('too-many-files', { archive: file, count: entries.length, limit: mostFiles });
  const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isAbsurd = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > harmlessBytes && uncompressedSize > compressedSize * highestRatio,
  );
  if (bytes > mostBytes || isAbsurd) throw new EngineError('archive-too-large', { file, bytes });
}

/** Not a byte more than the archive says: what it says has been checked. */
async function decompressed(entry: FileEntry): Promise<Blob> {
  let left = entry.uncompressedSize;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left < 0)
        throw new Error('contradiction' satisfies KnownCause, {
          cause: `${entry.filename} is larger than the archive says`,
        });
      controller.enqueue(chunk);
    },
  });
  const [blob] = await Promise.all([new Response(counted.readable).blob(), entry.getData(counted.writable, options)]);
  return blob;
}
