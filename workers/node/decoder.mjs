// The decoder's thread, so that damage that kills it takes nothing else along. See answer.mjs for the module runner.
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('decoder.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
await module.serve();
