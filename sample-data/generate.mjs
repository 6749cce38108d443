import { fileURLToPath } from 'node:url';
import { importTypeScript } from '../workers/node/import-typescript.mjs';

const { generate } = await importTypeScript(new URL('generate.ts', import.meta.url));
try {
  await generate(process.argv.slice(2), fileURLToPath(new URL('.', import.meta.url)), console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The engine's threads would keep it alive.
process.exit();
