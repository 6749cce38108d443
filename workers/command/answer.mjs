// Node cannot run TypeScript and `.sql` imports by itself: Vite's module runner does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const path = fileURLToPath(new URL('answer.ts', import.meta.url));
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
await module.main(process.argv.slice(2));
