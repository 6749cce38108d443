// Starts the contender that the address names: the engine's client as the page has it, or a peer in a worker of its own.
import { wrap } from 'comlink';
import { createEngineClient } from '../../src/platform/engine-client.ts';
import { fetchSample, rehearsed } from '../../src/state/samples.ts';
import type { Contender, ContenderName, Peer } from './contender.ts';
import { timed, type Times } from './measure.ts';
import type { Ask } from './questions.ts';

interface BenchPage {
  started(): Promise<unknown>;
  rehearse(): Promise<unknown>;
  prepare(): Promise<unknown>;
  /** Loads the chosen files; milliseconds in all and of each stage. */
  load(): Promise<{ time: number; stages: Record<string, number> }>;
  answers(asks: readonly Ask[]): Promise<unknown[]>;
  times(rounds: readonly Ask[][], budgetMs: number): Promise<Times>;
  memory(): Promise<number | null>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const contenders: Record<ContenderName, () => Contender> = {
  engine: () => {
    const client = createEngineClient();
    return {
      started: () => client.start(),
      rehearse: async () => client.rehearse(await fetchSample(rehearsed, new AbortController().signal)),
      load: (files, onStage) => client.load(files, { onProgress: ({ stage }) => onStage(stage) }),
      answer: ({ call, params }) => client[call](params),
      prepare: () => client.prepare({}),
      memory: () => client.memory(),
    };
  },
  hyparquet: () => peer(new Worker(new URL('./peers/hyparquet.worker.ts', import.meta.url), { type: 'module' })),
  direct: () => peer(new Worker(new URL('./peers/direct.worker.ts', import.meta.url), { type: 'module' })),
};

function peer(worker: Worker): Contender {
  const remote = wrap<Peer>(worker);
  // Comlink's promises never settle once a worker died.
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`its worker crashed: ${message}`)));
  });
  died.catch(() => undefined);
  return {
    started: () => Promise.race([remote.start(), died]),
    load: (files) => Promise.race([remote.load(files), died]),
    answer: (ask) => Promise.race([remote.answer(ask), died]),
    memory: async () => null,
  };
}

const contender = contenders[location.search.slice(1) as ContenderName]();

window.bench = {
  started: () => contender.started(),
  rehearse: async () => contender.rehearse?.(),
  prepare: async () => contender.prepare?.(),
  async load() {
    const files = [...document.querySelector<HTMLInputElement>('#files')!.files!];
    const stages: Record<string, number> = {};
    const start = performance.now();
    let current = { stage: '', since: start };
    const enter = (stage: string): void => {
      if (stage === current.stage) return;
      const now = performance.now();
      if (current.stage) stages[current.stage] = now - current.since;
      current = { stage, since: now };
    };
    await contender.load(files, enter);
    const time = performance.now() - start;
    enter('');
    return { time, stages };
  },
  async answers(asks) {
    const answers: unknown[] = [];
    for (const ask of asks) answers.push(await contender.answer(ask));
    return answers;
  },
  times: (rounds, budgetMs) => timed(rounds, budgetMs, (ask) => contender.answer(ask)),
  memory: () => contender.memory(),
};
