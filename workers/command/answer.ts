import { causeOf } from '../../src/contract/errors.ts';
import { outcomeOf } from './outcome.ts';
import { print } from './output.ts';
import { wordsFor } from './words.ts';

// Here, not in `main`: what runs the command imports nothing any more once all of it is there.
const words = await wordsFor(process.env);

/** Prints what the command comes to, and ends the process: the decoder's thread would keep it alive. */
export async function main(args: string[]): Promise<never> {
  const { code, line, warnings } = await outcomeOf(args, words);
  // Where nobody can be warned, the answers are the same.
  for (const warning of warnings) await print('stderr', warning, words.text).catch(() => undefined);
  process.exit(await codeOnceTold(code, line));
}

async function codeOnceTold(code: number, line: string): Promise<number> {
  try {
    await print(code === 0 ? 'stdout' : 'stderr', line, words.text);
    return code;
  } catch (thrown) {
    // Where stderr cannot be written either, the exit code says it alone.
    if (code === 0) await print('stderr', causeOf(thrown), words.text).catch(() => undefined);
    return code || 1;
  }
}
