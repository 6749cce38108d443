import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';

/** An archive with these files, by their paths in it. */
export async function zipFile(name: string, entries: Record<string, Uint8Array | File>): Promise<File> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(entries)) {
    const bytes = content instanceof File ? new Uint8Array(await content.arrayBuffer()) : content;
    await writer.add(path, new Uint8ArrayReader(bytes));
  }
  return new File([await writer.close()], name);
}
