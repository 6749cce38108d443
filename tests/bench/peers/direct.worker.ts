import { expose, wrap } from 'comlink';
import { openBrowserDatabase } from '../../../workers/database/browser';
import type { Decoder } from '../../../workers/ingest/decoder';
import { startDecoderWorker } from '../../../workers/start';
import type { Peer } from '../contender';
import { answerDirectly, loadRaw } from './direct';

const decoder = wrap<Decoder>(startDecoderWorker().worker);
const opened = openBrowserDatabase();
let latest: string;

const peer: Peer = {
  start: async () => void (await opened),
  load: async (files) => {
    latest = await loadRaw(await opened, decoder, files);
  },
  answer: async (ask) => answerDirectly(await opened, ask, latest),
};
expose(peer);
