import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const fileName = 'notices.txt';
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/** Writes into the build what the packages in it ask for: their names, licences and the texts of those. */
export function notices(): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      const found = new Set<string>();
      for (const file of Object.values(bundle)) {
        for (const id of file.type === 'chunk' ? file.moduleIds : file.originalFileNames) {
          const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(id)?.[1];
          if (name) found.add(name);
        }
      }
      // The workers are bundled by themselves: what is in them is among the dependencies and theirs.
      for (const name of Object.keys(manifestOf('..').dependencies ?? {})) addWithDependencies(name, found);
      const texts = [...found].sort().map(noticeOf);
      this.emitFile({ type: 'asset', fileName, source: `${texts.join(`\n${'─'.repeat(80)}\n\n`)}` });
    },
  };
}

function addWithDependencies(name: string, found: Set<string>): void {
  if (found.has(name) || !existsSync(join(modules, name))) return;
  found.add(name);
  for (const dependency of Object.keys(manifestOf(name).dependencies ?? {})) addWithDependencies(dependency, found);
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as Manifest;
}

function noticeOf(name: string): string {
  const { version, license = 'no licence named' } = manifestOf(name);
  const file = readdirSync(join(modules, name)).find((one) => /^(licen[cs]e|copying)(\.|-|$)/i.test(one));
  const text = file ? readFileSync(join(modules, name, file), 'utf8').trim() : `Licence: ${license}.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}
