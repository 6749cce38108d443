import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildOneFile } from '../../.ci/one-file/build.ts';
import { launchChromiumServer } from '../support/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the production build is served. */
    address: string;
    /** The folder of that build. */
    build: string;
    /** The page as one file. */
    oneFile: string;
    /** Where the one Chromium of all test files is connected to. */
    chromium: string;
  }
}

/** Builds the page as it is shipped, as files and as one, and serves the files for the tests of the page, beside a Chromium that all of them use. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const starting = launchChromiumServer();
  const outDir = await mkdtemp(join(tmpdir(), 'loyalty-lens-dist-'));
  // Under Vitest NODE_ENV is `test`, which would build the page for development.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const oneFileDir = await mkdtemp(join(tmpdir(), 'loyalty-lens-one-file-'));
  const [oneFile] = await Promise.all([
    buildOneFile(oneFileDir),
    build({ mode: 'production', logLevel: 'error', build: { outDir, emptyOutDir: true } }),
  ]);
  process.env.NODE_ENV = environment;
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const chromium = await starting;
  project.provide('build', outDir);
  project.provide('oneFile', oneFile.path);
  project.provide('address', server.resolvedUrls!.local[0]!);
  project.provide('chromium', chromium.wsEndpoint());
  return async () => {
    await chromium.close();
    await server.close();
    for (const folder of [outDir, oneFileDir]) await rm(folder, { recursive: true, force: true });
  };
}
