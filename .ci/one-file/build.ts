import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { makePage } from './page.ts';
import { Parts } from './parts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fileName = 'loyalty-lens.html';

/** It goes by mail and on sticks. */
const mostBytes = 15_000_000;

/**
 * Builds the page as one file, with its SHA-256 beside it as `sha256sum -c` takes it. The same commit gives the same bytes, with the same
 * version of Node, whose zlib compresses.
 *
 * @param folder is emptied
 * @throws Error where the file is too large
 */
export async function buildOneFile(folder: string): Promise<{ path: string; bytes: number }> {
  const page = Buffer.from(await inProduction(oneFile));
  if (page.length > mostBytes) throw new Error(`${fileName} has ${page.length} bytes; it may have ${mostBytes}.`);

  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName);
  await writeFile(path, page);
  await writeFile(`${path}.sha256`, `${createHash('sha256').update(page).digest('hex')}  ${fileName}\n`);
  return { path, bytes: page.length };
}

async function oneFile(): Promise<string> {
  const parts = new Parts();
  const { code, style, notices } = await bundle(join(root, 'src/main.ts'), parts);
  parts.addData('notices.txt', Buffer.from(notices));
  // The bundle of a worker may name others.
  for (const [id, path] of parts.workers) parts.scripts.set(id, (await bundle(path, parts)).code);
  const [template, icon] = await Promise.all(
    ['index.html', 'src/ui/icon.svg'].map((path) => readFile(join(root, path), 'utf8')),
  );
  return makePage(template!, { code, style, icon: icon!, parts });
}

/** Whatever NODE_ENV is, which says what is built: under Vitest it is `test`. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
