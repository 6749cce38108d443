// npm run bench [-- --transactions N --rounds R]. See bench.ts. Node 20 does not run TypeScript: Vite's module runner does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import '../../.ci/setup.mjs';
import { ensureBrowser } from '../../.ci/browser.mjs';

process.env.CHROME_PATH = ensureBrowser();
const path = fileURLToPath(new URL('bench.ts', import.meta.url));
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
await module.bench(process.argv.slice(2));
