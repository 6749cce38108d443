import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { build } from 'vite';
import { passFailuresThroughComlink } from '../../src/contract/errors-through-comlink.ts';
import type { DecoderProcess } from '../../workers/engine/decoder-process.ts';
import type { Host } from '../../workers/engine/engine.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';
import type { DecoderThread } from '../../workers/node/decoder.ts';

export interface ReadyHost extends Host {
  /** Decoders started so far. */
  started(): number;
}

/**
 * What the engine runs on in Node, with its decoders' code bundled beforehand and one of them kept ready: nearly every damaged file
 * costs a decoder, and starting one through Vite's module runner takes longer than all the rest of a load.
 */
export async function readyHost(): Promise<ReadyHost> {
  passFailuresThroughComlink();
  const code = await bundledDecoder();
  let started = 0;
  const start = (): DecoderProcess => {
    started++;
    return decoderOf(new Worker(code));
  };
  let spare = start();
  return {
    openDatabase: openNodeDatabase,
    startDecoder: () => {
      const ready = spare;
      spare = start();
      return ready;
    },
    startEncoder: () => {
      throw new Error('nothing is saved here');
    },
    started: () => started - 1,
  };
}

function decoderOf(thread: Worker): DecoderProcess {
  const died = new Promise<never>((_, reject) => {
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('its thread ended')));
  });
  died.catch(() => undefined);
  // A spare one must not keep the process alive.
  thread.unref();
  const remote = wrap<DecoderThread>(nodeEndpoint(thread));
  return { decoder: remote as unknown as DecoderProcess['decoder'], died, end: () => void thread.terminate() };
}

async function bundledDecoder(): Promise<URL> {
  // A folder of its own: test files run side by side. Inside the repository, so that the packages are found.
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/decoder-${process.pid}/`, import.meta.url));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../../workers/node/decoder.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'decoder.mjs' } },
    },
  });
  const entry = join(folder, 'thread.mjs');
  await mkdir(folder, { recursive: true });
  await writeFile(entry, `import { serve } from './decoder.mjs';\nawait serve();\n`);
  return pathToFileURL(entry);
}
