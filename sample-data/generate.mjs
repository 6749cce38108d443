// Node 20 does not run TypeScript; Vite, which the project has anyway, does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module } = await runnerImport(here('./generate.ts'), {
  root: here('..'),
  configFile: false,
  logLevel: 'error',
});
try {
  await module.generate(process.argv.slice(2), here('.'), console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
