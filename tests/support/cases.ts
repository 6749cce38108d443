import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Where a file of `tests/cases` is, small exports in forms that people really have. */
export const casePath = (path: string): URL => new URL(`../cases/${path}`, import.meta.url);

export async function caseFile(path: string): Promise<File> {
  return new File([await readFile(casePath(path))], basename(path));
}

/** All cases. */
export function caseNames(): string[] {
  return readdirSync(casePath(''), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'review')
    .map(({ name }) => name);
}
