import { readFile } from 'node:fs/promises';
import { causeOf } from '../../src/contract/errors.ts';
import type { CommandText } from '../../src/text/command-text.ts';
import { visible } from '../../src/text/shown.ts';

/**
 * The bytes of a file beside those of the export.
 *
 * @param unread says of a cause that the file could not be read
 * @throws Error in words
 */
export function bytesOf(
  path: string,
  unread: (cause: string) => string,
  { files: says }: CommandText,
): Promise<Uint8Array> {
  return readFile(path).catch((thrown: unknown) => {
    const isAbsent = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(unread(isAbsent ? says.absent(path) : causeOf(thrown)), { cause: thrown });
  });
}

/**
 * What the bytes of a file are: JSON in UTF-8, or in UTF-16 with a byte order mark.
 *
 * @param path what the file is called in messages
 * @throws Error in words
 */
export function jsonOf(bytes: Uint8Array, path: string, { files: says }: CommandText): unknown {
  try {
    return JSON.parse(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch (thrown) {
    const cause = thrown instanceof SyntaxError ? visible(thrown.message) : says.noText;
    throw new Error(says.noJson(path, cause), { cause: thrown });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
