// npm run fuzz [-- --copies N --seed S --format parquet|csv|workbooks --from N --verbose]. See fuzz.ts. Node 20 does not run TypeScript: Vite's module runner does.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport } from 'vite';

const path = fileURLToPath(new URL('fuzz.ts', import.meta.url));
// Text files are opened by the page's own code, some of which is Svelte's.
const plugins = [svelte({ configFile: false })];
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error', plugins });
await module.fuzz(process.argv.slice(2));
