import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/contract/errors.ts';
import { Answer } from '../../src/state/answer.svelte.ts';

/** A question whose answers arrive when the test says so. */
function held() {
  const waiting: { resolve: (value: string) => void; reject: (cause: unknown) => void }[] = [];
  const asked: number[] = [];
  const answer = new Answer<number, string>((question) => {
    asked.push(question);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { answer, waiting, asked, settled };
}

describe('an answer', () => {
  it('asks one question at a time, and of those that came meanwhile only the latest', async () => {
    const { answer, waiting, asked, settled } = held();
    for (const question of [1, 2, 3, 4]) answer.ask(question);
    expect(asked).toEqual([1]);
    waiting[0]!.resolve('first');
    await settled();
    expect(asked).toEqual([1, 4]);
    expect(answer).toMatchObject({ value: null, pending: true });
    waiting[1]!.resolve('fourth');
    await settled();
    expect(answer).toMatchObject({ value: 'fourth', pending: false });
    expect(asked).toEqual([1, 4]);
  });

  it('drops a stale failure, and is pending until the newest question is answered', async () => {
    const { answer, waiting, settled } = held();
    answer.ask(1);
    answer.ask(2);
    waiting[0]!.reject(new Error('late'));
    await settled();
    expect(answer).toMatchObject({ value: null, failure: null, pending: true });
    waiting[1]!.resolve('second');
    await settled();
    expect(answer).toMatchObject({ value: 'second', failure: null, pending: false });
  });

  it('keeps its value while a new one is pending, and when that fails', async () => {
    const { answer, waiting, settled } = held();
    answer.ask(1);
    waiting[0]!.resolve('old');
    await settled();
    answer.ask(2);
    expect(answer).toMatchObject({ value: 'old', pending: true });
    waiting[1]!.reject(new EngineError('nothing-loaded', {}));
    await settled();
    expect(answer).toMatchObject({ value: 'old', pending: false, failure: { code: 'nothing-loaded' } });
    answer.ask(3);
    waiting[2]!.resolve('new');
    await settled();
    expect(answer).toMatchObject({ value: 'new', failure: null });
  });

  it('has words for a failure that is not the engine’s', async () => {
    const { answer, waiting, settled } = held();
    answer.ask(1);
    waiting[0]!.reject(new TypeError('x is undefined'));
    await settled();
    expect(answer.failure).toMatchObject({ code: 'internal', details: { cause: 'x is undefined' } });
  });
});
