// npm run fuzz [-- --copies N --seed S --from N --verbose]. See fuzz.ts; answer.mjs says why the module runner.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const path = fileURLToPath(new URL('fuzz.ts', import.meta.url));
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
await module.fuzz(process.argv.slice(2));
