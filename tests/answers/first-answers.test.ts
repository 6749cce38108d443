import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstAnswersPath, makeFirstAnswers } from '../../sample-data/first-answers.ts';
import { samples } from '../../sample-data/samples.ts';

const home = join(import.meta.dirname, '../../sample-data');

it('what the samples say first is what the engine answers, to the last character', async () => {
  const made = await makeFirstAnswers(home);
  expect([...made.keys()]).toEqual(samples.map(({ id }) => id));
  for (const [id, json] of made)
    expect(readFileSync(firstAnswersPath(home, id), 'utf8'), `${id}: run "npm run sample-data"`).toBe(json);
});
