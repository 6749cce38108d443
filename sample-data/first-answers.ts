import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askFirst } from '../src/domain/first-answers.ts';
import { createNodeEngine } from '../workers/node/engine.ts';
import { openFile } from '../workers/node/files.ts';
import { samples } from './samples.ts';

/**
 * What the committed samples say first, as the engine answers it: for the page to show while it still loads them.
 *
 * @param home the folder of the samples
 * @returns JSON by the id of the sample
 */
export async function makeFirstAnswers(home: string): Promise<Map<string, string>> {
  const engine = createNodeEngine();
  await engine.start();
  const made = new Map<string, string>();
  for (const { id, files: names } of samples) {
    const files = await Promise.all(names.map((name) => openFile(join(home, id, name))));
    const summary = await engine.load(files, () => undefined);
    made.set(id, `${JSON.stringify(await askFirst(engine, summary))}\n`);
  }
  return made;
}

/** The file of a sample's first answers. */
export const firstAnswersPath = (home: string, id: string): string => join(home, 'first-answers', `${id}.json`);

/** Writes them beside the samples. */
export async function writeFirstAnswers(home: string): Promise<void> {
  await mkdir(join(home, 'first-answers'), { recursive: true });
  for (const [id, json] of await makeFirstAnswers(home)) await writeFile(firstAnswersPath(home, id), json);
}
