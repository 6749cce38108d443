/** Makes the sample exports, for the page that is one file: their generator is a hundredth of their size. */
import { expose, transfer } from 'comlink';
import { makeExport } from '../sample-data/exports.ts';
import { committedSeed, presets, type Preset } from '../sample-data/presets.ts';
import rates from '../sample-data/rates.json';
import type { MadeFile, SampleMaker } from '../src/contract/sample-maker.ts';
import { startParquet } from './start-parquet.ts';

const starting = startParquet();

const maker: SampleMaker = {
  make: async (id) => {
    const { files } = makeExport(presets[id as Preset], {}, committedSeed, rates);
    await starting;
    const made = await Promise.all(
      files.map(async ({ name, parquet }): Promise<MadeFile> => {
        return { name, bytes: await new Response(await parquet()).arrayBuffer() };
      }),
    );
    return transfer(
      made,
      made.map(({ bytes }) => bytes),
    );
  },
};
expose(maker);
