import { fstatSync, readSync, statSync, writeFile } from 'node:fs';
import { devNull } from 'node:os';
import { promisify } from 'node:util';
import { causeOf } from '../../src/contract/errors.ts';
import type { CommandText } from '../../src/text/command-text.ts';

const descriptors = { stdout: 1, stderr: 2 };

const causes: Record<string, 'ended' | 'full'> = { EPIPE: 'ended', ENOSPC: 'full' };

/**
 * Prints a line and waits until all of it is out.
 *
 * @throws Error in words
 */
export async function print(output: 'stdout' | 'stderr', line: string, text: CommandText): Promise<void> {
  try {
    if (output === 'stdout' && isClosed(descriptors.stdout)) throw new Error(text.closed);
    await write(output, `${line}\n`);
  } catch (thrown) {
    const known = causes[(thrown as NodeJS.ErrnoException).code ?? ''];
    throw new Error(text.unwritten(known ? text[known] : causeOf(thrown)), { cause: thrown });
  }
}

async function write(output: 'stdout' | 'stderr', text: string): Promise<void> {
  const descriptor = descriptors[output];
  // Node's stream takes a file for written when the disk was full before its end.
  if (fstatSync(descriptor).isFile()) return promisify(writeFile)(descriptor, text);
  await new Promise<void>((resolve, reject) => {
    // An error comes to both; without a listener it would end the process with a stack.
    process[output].on('error', reject).write(text, (failure) => (failure ? reject(failure) : resolve()));
  });
}

/** In the place of a closed output Node opens the null device to read and write; a shell's `> /dev/null` only writes. */
function isClosed(descriptor: number): boolean {
  if (process.platform === 'win32' || fstatSync(descriptor).rdev !== statSync(devNull).rdev) return false;
  try {
    readSync(descriptor, new Uint8Array(1));
    return true;
  } catch {
    return false;
  }
}
