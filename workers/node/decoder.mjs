// The decoder's thread, so that damage that kills it takes nothing else along. See answer.mjs for the module runner.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const path = fileURLToPath(new URL('decoder.ts', import.meta.url));
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
await module.serve();
