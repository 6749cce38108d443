import { expect, it } from 'vitest';
import { Questions } from '../../src/state/questions.ts';

it('counts what is under way, however it ends, and tells all that wait before any of them asks anew', async () => {
  const questions = new Questions();
  let answer!: () => void;
  const said: string[] = [];
  const one = questions.count(new Promise<void>((resolve) => (answer = resolve)));
  const other = questions.count(Promise.reject(new Error('no'))).catch(() => said.push('failed'));
  await other;
  expect(questions.areUnderWay).toBe(true);
  const waits = ['first', 'second'].map(async (name) => {
    await questions.ended();
    said.push(`${name} goes on${questions.areUnderWay ? ' beside another' : ''}`);
    void questions.count(new Promise(() => undefined));
  });
  answer();
  await one;
  expect(questions.areUnderWay).toBe(false);
  await Promise.all(waits);
  expect(said).toEqual(['failed', 'first goes on', 'second goes on beside another']);
});

it('has nothing to wait for where none is under way', async () => {
  await expect(new Questions().ended()).resolves.toBeUndefined();
});
