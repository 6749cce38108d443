import { expose, wrap } from 'comlink';
import { openBrowserDatabase } from '../../../workers/database/browser.ts';
import type { Decoder } from '../../../workers/decode/decoder.ts';
import { startDecoderWorker, startDuckDB } from '../../../workers/start.ts';
import type { Peer } from '../contender.ts';
import { answerDirectly, loadRaw } from './direct.ts';

const decoder = wrap<Decoder>(startDecoderWorker().worker);
const opened = openBrowserDatabase(startDuckDB);
let latest: string;

const peer: Peer = {
  start: async () => void (await opened),
  load: async (files) => {
    latest = await loadRaw(await opened, decoder, files);
  },
  answer: async (ask) => answerDirectly(await opened, ask, latest),
};
expose(peer);
