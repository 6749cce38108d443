// Node 20 runs neither TypeScript nor imports of `.sql?raw`: a module is bundled first, in a third of the time that Vite's module runner takes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { writeWhole } from '../../.ci/write-whole.mjs';

/** Inside the repository, so that the packages are found. */
const folder = fileURLToPath(new URL('../../node_modules/.cache/loyalty-lens/modules/', import.meta.url));

/**
 * Imports a module of the project.
 *
 * @param url the module, a `.ts` file
 */
export async function importTypeScript(url) {
  const bundle = await rolldown({
    input: fileURLToPath(url),
    platform: 'node',
    // Packages are imported as they are.
    external: (id) => !/^[./]|^[a-z]:[\\/]/i.test(id),
    plugins: [rawText, ownAddress],
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', codeSplitting: false });
  await bundle.close();
  return import(pathToFileURL(kept(output[0].code)).href);
}

/** Writes a file under the hash of its text. */
function kept(code) {
  const path = `${folder}${createHash('sha256').update(code).digest('hex')}.mjs`;
  if (!existsSync(path)) writeWhole(path, code);
  return path;
}

/** Texts are imported as Vite has it. */
const rawText = {
  name: 'raw-text',
  resolveId: (id, importer) => (id.endsWith('?raw') ? resolve(dirname(importer), id) : null),
  load: (id) =>
    id.endsWith('?raw')
      ? { code: `export default ${JSON.stringify(readFileSync(id.slice(0, -4), 'utf8'))}`, moduleType: 'js' }
      : null,
};

/** A module is where it was written, not where its bundle is. */
const ownAddress = {
  name: 'own-address',
  transform: (code, id) =>
    code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : null,
};
