// Builds the page as one file, which opens from a disk or stick without a server or a network (`one-file/build.ts`).
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from '../workers/node/import-typescript.mjs';

const { buildOneFile } = await importTypeScript(new URL('one-file/build.ts', import.meta.url));
const { path, bytes } = await buildOneFile(fileURLToPath(new URL('../dist-single/', import.meta.url)));
console.log(`${relative('', path)}: ${bytes.toLocaleString('en')} bytes`);
