import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/contract/errors.ts';
import { LiveQuestion } from '../../src/state/live-question.svelte.ts';

/** A question whose answers arrive when the test says so. */
function held(options?: ConstructorParameters<typeof LiveQuestion<number, string>>[1]) {
  const waiting: { resolve: (value: string) => void; reject: (cause: unknown) => void }[] = [];
  const asked: number[] = [];
  const question = new LiveQuestion<number, string>((params) => {
    asked.push(params);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }, options);
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { question, waiting, asked, settled };
}

describe('a live question', () => {
  it('asks one question at a time, and of those that came meanwhile only the latest', async () => {
    const { question, waiting, asked, settled } = held();
    for (const params of [1, 2, 3, 4]) question.ask(params);
    expect(asked).toEqual([1]);
    waiting[0]!.resolve('first');
    await settled();
    expect(asked).toEqual([1, 4]);
    expect(question).toMatchObject({ answer: null, pending: true });
    waiting[1]!.resolve('fourth');
    await settled();
    expect(question).toMatchObject({ answer: 'fourth', pending: false });
    expect(asked).toEqual([1, 4]);
  });

  it('drops a stale failure, and is pending until the newest question is answered', async () => {
    const { question, waiting, settled } = held();
    question.ask(1);
    question.ask(2);
    waiting[0]!.reject(new Error('late'));
    await settled();
    expect(question).toMatchObject({ answer: null, failure: null, pending: true });
    waiting[1]!.resolve('second');
    await settled();
    expect(question).toMatchObject({ answer: 'second', failure: null, pending: false });
  });

  it('keeps its answer while a new one is pending, and when that fails', async () => {
    const { question, waiting, settled } = held();
    question.ask(1);
    waiting[0]!.resolve('old');
    await settled();
    question.ask(2);
    expect(question).toMatchObject({ answer: 'old', pending: true });
    waiting[1]!.reject(new EngineError('nothing-loaded', {}));
    await settled();
    expect(question).toMatchObject({ answer: 'old', pending: false, failure: { code: 'nothing-loaded' } });
    question.ask(3);
    // Why there was no answer is no longer so; whether there is one now is to be seen.
    expect(question).toMatchObject({ answer: 'old', pending: true, failure: null });
    waiting[2]!.resolve('new');
    await settled();
    expect(question).toMatchObject({ answer: 'new', failure: null });
  });

  it('has words for a failure that is not the engine’s', async () => {
    const { question, waiting, settled } = held();
    question.ask(1);
    waiting[0]!.reject(new TypeError('x is undefined'));
    await settled();
    expect(question.failure).toMatchObject({ code: 'internal', details: { cause: 'x is undefined' } });
  });

  it('shows the answers of the same film although others are asked for, and is pending all the while', async () => {
    const { question, waiting, settled } = held({ isFrame: (answered, next) => Math.abs(next - answered) < 10 });
    for (const params of [1, 2]) question.ask(params);
    waiting[0]!.resolve('first');
    await settled();
    expect(question).toMatchObject({ answer: 'first', pending: true });
    question.ask(50);
    waiting[1]!.resolve('second');
    await settled();
    expect(question).toMatchObject({ answer: 'first', pending: true });
  });

  it('goes on together with those of the same picture, with what is asked by then', async () => {
    let goOn!: () => void;
    const { question, waiting, asked, settled } = held({
      together: () => new Promise<void>((resolve) => (goOn = resolve)),
    });
    for (const params of [1, 2]) question.ask(params);
    waiting[0]!.resolve('first');
    await settled();
    expect(asked).toEqual([1]);
    question.ask(3);
    goOn();
    await settled();
    expect(asked).toEqual([1, 3]);
  });
});
