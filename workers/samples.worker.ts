/** Makes the sample exports, for the page that is one file: their generator is a hundredth of their size. */
import { expose } from 'comlink';
import { makeExport } from '../sample-data/exports.ts';
import { committedSeed, presets, type Preset } from '../sample-data/presets.ts';
import rates from '../sample-data/rates.json';
import type { SampleMaker } from '../src/contract/sample-maker.ts';
import { startParquet } from './start-parquet.ts';

const starting = startParquet();

const maker: SampleMaker = {
  make: async (id) => {
    const { files } = makeExport(presets[id as Preset], {}, committedSeed, rates);
    await starting;
    return Promise.all(
      files.map(async ({ name, parquet }) => new File([await new Response(await parquet()).blob()], name)),
    );
  },
};
expose(maker);
