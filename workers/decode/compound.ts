import type { FileNature } from '../../src/contract/files.ts';

/** Ends a chain of sectors, as does any number that is none of a sector ([MS-CFB], 2.1). */
const lastSector = 0xfffffffa;

/** Sectors of a directory that are looked at: of 512 bytes and four names each. */
const mostSectors = 64;

const entryBytes = 128;

/** Streams by which a file is known ([MS-OFFCRYPTO], 2.3.2; [MS-XLS], 2.1; [MS-DOC], 2.1), the first that is there. */
const streams: readonly [stream: string, nature: FileNature][] = [
  ['encryptioninfo', 'excel-protected'],
  ['encryptedpackage', 'excel-protected'],
  ['workbook', 'excel'],
  ['book', 'excel'],
  ['worddocument', 'document'],
  ['powerpoint document', 'document'],
];

/** What a compound file is, as Office of before 2007 writes all, and later ones what has a password: by the names of its streams. */
export async function natureOfCompound(file: Blob): Promise<FileNature> {
  const names = await streamNames(file).catch((): string[] => []);
  return streams.find(([stream]) => names.includes(stream))?.[1] ?? 'excel';
}

/** The names in the directory of a compound file, in lower case ([MS-CFB], 2.2 and 2.6). */
async function streamNames(file: Blob): Promise<string[]> {
  const header = await viewOf(file, 0, 512);
  const shift = header.getUint16(0x1e, true);
  const sectorBytes = shift === 12 ? 4096 : 512;
  const sector = (number: number): Promise<DataView> => viewOf(file, (number + 1) * sectorBytes, sectorBytes);
  const next = async (number: number): Promise<number> => {
    const perSector = sectorBytes / 4;
    // The first 109 sectors of the table are in the header: more than the directory of an honest file needs.
    const table = header.getUint32(0x4c + Math.min(108, Math.floor(number / perSector)) * 4, true);
    return (await sector(table)).getUint32((number % perSector) * 4, true);
  };
  const names: string[] = [];
  let at = header.getUint32(0x30, true);
  for (let count = 0; at < lastSector && count < mostSectors; count++) {
    const entries = await sector(at).catch(() => null);
    if (!entries) break;
    for (let from = 0; from < sectorBytes; from += entryBytes) names.push(nameIn(entries, from));
    at = await next(at).catch(() => lastSector);
  }
  return names;
}

/** UTF-16, of as many bytes as stand behind it, its end included. */
function nameIn(entries: DataView, from: number): string {
  const bytes = Math.min(64, entries.getUint16(from + 64, true));
  let name = '';
  for (let at = 0; at < bytes - 2; at += 2) name += String.fromCharCode(entries.getUint16(from + at, true));
  return name.toLowerCase();
}

async function viewOf(file: Blob, from: number, bytes: number): Promise<DataView> {
  return new DataView(await file.slice(from, from + bytes).arrayBuffer());
}
