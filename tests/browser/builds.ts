import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { inject } from 'vitest';

/** The files of a build by their paths from the page. */
export type Build = ReadonlyMap<string, Buffer>;

/** The production build of the suite. */
export function built(): Build {
  const folder = inject('build');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ name, parentPath }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path)];
    }),
  );
}

/** The only file of a build whose path begins and ends like this. */
export function pathOf(build: Build, start: string, end: string): string {
  const found = [...build.keys()].filter((path) => path.startsWith(start) && path.endsWith(end));
  if (found.length !== 1) throw new Error(`${start}…${end} is ${found.length} files.`);
  return found[0]!;
}

/**
 * Another build, made of one as the bundler and the plugin of the service worker would make it. Where a script is changed, every
 * script has another name, since their names are of their contents and each names others; the worker knows of all that is changed.
 */
export function rebuilt(build: Build, changes: Record<string, (content: string) => string>): Build {
  const scripts = [...build.keys()].filter((path) => /^assets\/.*\.js$/.test(path));
  const names = new Map(scripts.some((path) => path in changes) ? scripts.map(renamed) : []);
  const files = new Map<string, Buffer>();
  for (const [path, content] of build) {
    const change = changes[path] ?? ((same: string): string => same);
    const isText = /\.(html|js)$/.test(path);
    files.set(names.get(path) ?? path, isText ? Buffer.from(change(withNames(content.toString(), names))) : content);
  }
  const page = files.get('index.html')!.toString();
  const worker = files.get('offline.js')!.toString();
  const before = buildIn(build);
  const after = hash(page + JSON.stringify(hashesOf(files)), 'hex').slice(0, 16);
  files.set('index.html', Buffer.from(page.replace(before, after)));
  const list = JSON.stringify(JSON.stringify(hashesOf(files)));
  files.set('offline.js', Buffer.from(worker.replace(listInWorker, () => list).replaceAll(before, after)));
  return files;
}

const listInWorker = /"\{\\"assets\/.*?\}"/;

/** What the worker of a build knows of its files. */
export function listIn(build: Build): unknown {
  return JSON.parse(JSON.parse(listInWorker.exec(build.get('offline.js')!.toString())![0]));
}

function renamed(path: string): [from: string, to: string] {
  return [path, path.replace(/(?<=-)[\w-]{8}(?=\.js$)/, (hash) => [...hash].reverse().join(''))];
}

function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return [...names].reduce((all, [from, to]) => all.replaceAll(basename(from), basename(to)), text);
}

/** By which a page and its worker know their build. */
export function buildIn(build: Build): string {
  return /name="build" content="(\w+)"/.exec(build.get('index.html')!.toString())![1]!;
}

/** The SHA-256 of the files but for the worker, as the worker has them. */
export function hashesOf(build: Build): Record<string, string> {
  const others = [...build].filter(([path]) => path !== 'offline.js');
  return Object.fromEntries(others.map(([path, content]) => [path, hash(content, 'base64')]));
}

function hash(content: string | Buffer, as: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(as);
}
