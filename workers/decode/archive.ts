import { BlobReader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { LeftOut } from '../../src/contract/left-out.ts';
import { mostFiles, type Unpacked } from './decoder.ts';
import { natureOf } from './file-nature.ts';
import { isStranger } from './strangers.ts';
import { countedBytes, zipFailure, zipOptions } from './zip.ts';

/** The sheets of a workbook; null for an archive that is none. */
export type SheetsOf = (file: Blob, name: string) => Promise<Unpacked | null>;

const mostBytes = 4 * 1024 ** 3;

/** Tables compress up to a hundred times; more than this is an archive made to fill the memory. */
const highestRatio = 1000;

/** Below this a high ratio does no harm. */
const harmlessBytes = 64 * 1024 ** 2;

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
 * @param sheetsOf the sheets of a workbook, which is an archive too, by itself or in another
 * @throws EngineError `format-unknown` for what other spreadsheets write; `file-encrypted`, `archive-too-large`,
 *   `archive-empty`, `too-many-files`, `file-damaged`; what `sheetsOf` throws
 */
export async function unpackArchive(file: Blob, name: string, sheetsOf: SheetsOf): Promise<Unpacked> {
  const reader = new ZipReader(new BlobReader(file), zipOptions);
  const nameOf = (entry: FileEntry): string => `${name}/${pathOf(entry)}`;
  try {
    const entries = await reader.getEntries();
    const sheets = isOfficePackage(entries) ? await sheetsOf(file, name) : null;
    if (sheets) return sheets;
    checkContents(
      entries.map(({ filename }) => filename),
      name,
    );
    const stored = entries.filter((entry): entry is FileEntry => !entry.directory);
    const kept: FileEntry[] = [];
    const leftOut: LeftOut[] = [];
    for (const entry of stored) {
      if (isStranger(pathOf(entry))) leftOut.push({ name: nameOf(entry), why: 'no-part' });
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
    for (const entry of kept) {
      const { files, leftOut: sheetsLeftOut } = await partsOf(await decompressed(entry), nameOf(entry), sheetsOf);
      unpacked.files.push(...files);
      unpacked.leftOut.push(...sheetsLeftOut);
    }
    return unpacked;
  } catch (thrown) {
    throw zipFailure(thrown, name);
  } finally {
    await reader.close().catch(() => undefined);
  }
}

/** An archive of parts with a list of their types (ECMA-376, part 2): a workbook or another document of an office program. */
const isOfficePackage = (entries: readonly Entry[]): boolean =>
  entries.some(({ filename }) => /^(\[content_types\]\.xml|_rels[/\\]\.rels)$/i.test(filename));

/** A file in an archive, or the sheets of one that is a workbook. What is wrong with that is said of it alone, when it is opened. */
async function partsOf(file: Blob, name: string, sheetsOf: SheetsOf): Promise<Unpacked> {
  const sheets = await sheetsIn(file, name, sheetsOf).catch(() => null);
  return sheets ?? { files: [{ file, name }], leftOut: [] };
}

/**
 * The sheets of a file that is a workbook; null for any other.
 *
 * @throws EngineError what `sheetsOf` throws
 */
export async function sheetsIn(file: Blob, name: string, sheetsOf: SheetsOf): Promise<Unpacked | null> {
  if (!(await isArchive(file, name))) return null;
  const reader = new ZipReader(new BlobReader(file), zipOptions);
  const entries = await reader.getEntries().catch(() => []);
  return isOfficePackage(entries) ? sheetsOf(file, name) : null;
}

/** Programs that archive a folder as `.` begin every path with it. */
function pathOf({ filename }: FileEntry): string {
  return filename.replace(/^(\.\/+)+/, '');
}

function checkContents(names: readonly string[], file: string): void {
  if (names.includes('mimetype') && names.includes('content.xml')) {
    throw new EngineError('format-unknown', { file, looksLike: 'spreadsheet' });
  }
  if (names.some((name) => /^Index\/(Document|Tables\/.*)\.iwa$|^Index\.zip$/.test(name))) {
    throw new EngineError('format-unknown', { file, looksLike: 'numbers' });
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

async function decompressed(entry: FileEntry): Promise<Blob> {
  const counted = countedBytes(entry);
  const [blob] = await Promise.all([
    new Response(counted.readable).blob(),
    entry.getData(counted.writable, zipOptions),
  ]);
  return blob;
}
