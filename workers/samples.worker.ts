/** Makes the sample exports, for the page that is one file: their generator is a hundredth of their size. */
import { expose } from 'comlink';
import initParquet from 'parquet-wasm/esm/parquet_wasm.js';
import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { makeExport } from '../sample-data/exports.ts';
import { committedSeed, presets, type Preset } from '../sample-data/presets.ts';
import rates from '../sample-data/rates.json';
import { startWasm } from '../src/contract/parts.ts';
import type { SampleMaker } from '../src/contract/sample-maker.ts';

const starting = startWasm(new URL(parquetWasm, import.meta.url), (source) => initParquet({ module_or_path: source }));
// Told to whoever waits for it.
starting.catch(() => undefined);

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
