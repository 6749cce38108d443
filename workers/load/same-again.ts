/** Bytes that are compared at a time. */
const portion = 4 * 2 ** 20;

/**
 * Files that are another once more, byte for byte, such as `transactions (1).csv`: what is in them would count twice. Of two the one with the
 * shorter name stays, else the first.
 */
export async function sameAgain(files: readonly File[]): Promise<ReadonlySet<File>> {
  const again = new Set<File>();
  const bySize = new Map<number, File[]>();
  for (const file of files.toSorted((a, b) => a.name.length - b.name.length)) {
    const alike = file.size === 0 ? [] : (bySize.get(file.size) ?? []);
    if (await isAmong(file, alike)) again.add(file);
    else bySize.set(file.size, [...alike, file]);
  }
  return again;
}

async function isAmong(file: File, others: readonly File[]): Promise<boolean> {
  for (const other of others) if (await areEqual(file, other)) return true;
  return false;
}

async function areEqual(one: File, other: File): Promise<boolean> {
  for (let from = 0; from < one.size; from += portion) {
    const [a, b] = await Promise.all([bytesOf(one, from), bytesOf(other, from)]);
    if (a.some((byte, at) => byte !== b[at])) return false;
  }
  return true;
}

async function bytesOf(file: File, from: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, from + portion).arrayBuffer());
}
