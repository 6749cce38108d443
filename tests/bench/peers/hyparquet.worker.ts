import { expose } from 'comlink';
import type { Peer } from '../contender.ts';
import { readExport } from './hyparquet.ts';
import { PlainAnswers } from './plain/answers.ts';

let answers: PlainAnswers;

const peer: Peer = {
  start: async () => undefined,
  load: async (files) => {
    answers = new PlainAnswers(await readExport(files));
  },
  answer: async (ask) => answers.answer(ask),
};
expose(peer);
