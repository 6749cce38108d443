import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import type { BytesRead } from '../bytes.ts';
import { countedBytes, zipFailure, zipOptions } from '../zip.ts';
import { checkLimit } from './limits.ts';

/** Methods of compression that parts have (ECMA-376, part 2, annex B): stored and deflated. */
const methods = [0, 8];

/** A part of a workbook. */
export type Part = Pick<FileEntry, 'filename' | 'compressedSize' | 'uncompressedSize'>;

/** The archive that a workbook is (ECMA-376, part 2): its parts by name, whatever their case. */
export class OfficePackage {
  readonly #file: string;
  readonly #entries: ReadonlyMap<string, FileEntry>;

  private constructor(file: string, entries: ReadonlyMap<string, FileEntry>) {
    this.#file = file;
    this.#entries = entries;
  }

  /**
   * Looks at what an archive declares, and unpacks nothing.
   *
   * @throws EngineError `workbook-too-large`, `file-encrypted`, `file-damaged`
   */
  static async open(blob: Blob, file: string): Promise<OfficePackage> {
    checkLimit(file, 'file', blob.size);
    try {
      const listed: FileEntry[] = [];
      for await (const entry of new ZipReader(new BlobReader(blob), zipOptions).getEntriesGenerator()) {
        if (!entry.directory) listed.push(entry);
        checkLimit(file, 'parts', listed.length);
      }
      return new OfficePackage(file, checked(listed, file));
    } catch (thrown) {
      throw zipFailure(thrown, file);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  part(name: string): Part | undefined {
    return this.#entries.get(keyOf(name));
  }

  /**
   * The text of a part as it is unpacked; `read` counts its unpacked bytes.
   *
   * @throws EngineError `file-damaged` where its bytes are not those that the archive declares, or no text
   */
  async *textOf(name: string, read?: BytesRead): AsyncGenerator<string, void> {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw this.#damaged(`${name} is not there`);
    const ended = new AbortController();
    const counted = countedBytes(entry);
    const unpacking = entry.getData(counted.writable, { ...zipOptions, signal: ended.signal });
    // Where it fails, the bytes end without a word.
    const failed = unpacking.then(() => new Promise<never>(() => undefined));
    failed.catch(() => undefined);
    const reader = counted.readable.getReader();
    const next = (): Promise<ReadableStreamReadResult<Uint8Array>> => Promise.race([reader.read(), failed]);
    let decoder: TextDecoder | null = null;
    try {
      for (let { done, value } = await next(); !done; { done, value } = await next()) {
        decoder ??= decoderOf(value!);
        if (read) read.bytes += value!.length;
        yield decoder.decode(value!, { stream: true });
      }
      await unpacking;
      if (decoder) yield decoder.decode();
    } catch (thrown) {
      throw zipFailure(thrown, this.#file);
    } finally {
      ended.abort();
      void reader.cancel().catch(() => undefined);
    }
  }

  #damaged(why: string): EngineError {
    const cause: KnownCause = 'contradiction';
    return new EngineError('file-damaged', { file: this.#file, cause }, { cause: why });
  }
}

/** Names are compared without case (ECMA-376, part 2, 6.2.2); some programs write them with backslashes. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function checked(listed: readonly FileEntry[], file: string): Map<string, FileEntry> {
  const entries = new Map(listed.map((entry) => [keyOf(entry.filename), entry]));
  const damaged = (why: string): EngineError =>
    new EngineError('file-damaged', { file, cause: 'contradiction' satisfies KnownCause }, { cause: why });
  if (entries.size < listed.length) throw damaged('two parts have one name');
  if (listed.some(({ encrypted }) => encrypted)) throw new EngineError('file-encrypted', { file });
  const strange = listed.find(({ compressionMethod }) => !methods.includes(compressionMethod));
  if (strange) throw damaged(`${strange.filename} is compressed by method ${strange.compressionMethod}`);
  let end = 0;
  for (const { offset, compressedSize, filename } of listed.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) throw damaged(`${filename} overlaps another part`);
    end = offset + compressedSize;
  }
  const bytes = listed.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  checkLimit(file, 'unpacked', bytes);
  return entries;
}

/** UTF-8 or UTF-16 by the first bytes, else what the XML declares. What is no text in it ends the reading. */
function decoderOf(head: Uint8Array): TextDecoder {
  const [first, second] = head;
  const beginning = String.fromCharCode(...head.subarray(0, 100));
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(beginning)?.[1];
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  return new TextDecoder(isBig ? 'utf-16be' : isLittle ? 'utf-16le' : (declared ?? 'utf-8'), { fatal: true });
}
