// Node cannot run TypeScript and `.sql` imports by itself: Vite's module runner does.
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('answer.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
await module.main(process.argv.slice(2));
