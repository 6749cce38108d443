import { expose } from 'comlink';
import type { Peer } from '../contender';
import { readExport } from './hyparquet';
import { PlainAnswers } from './plain/answers';

let answers: PlainAnswers;

const peer: Peer = {
  start: async () => undefined,
  load: async (files) => {
    answers = new PlainAnswers(await readExport(files));
  },
  answer: async (ask) => answers.answer(ask),
};
expose(peer);
