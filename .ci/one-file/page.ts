import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { withoutSystem } from '../same-gzip.ts';
import type { Parts } from './parts.ts';

/** What goes into the page. */
interface Content {
  code: string;
  style: string;
  /** SVG. */
  icon: string;
  parts: Parts;
}

/**
 * The page with everything in it. Scripts of workers stand before its own script, which needs them at once; what is unpacked later stands
 * after it, so that something is on the screen before the browser has read that far; what takes longest comes first.
 *
 * @param template `index.html`
 */
export function makePage(template: string, { code, style, icon, parts }: Content): string {
  const own = asScript(code);
  const body = [
    ...inOrder(parts.scripts).map(([id, script]) => packed(id, script)),
    `<script>${own}</script>`,
    ...inOrder(parts.data)
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([id, data]) => packed(id, data)),
  ];
  const head = `<style>${style}</style>`;
  return [
    [/(?<=Content-Security-Policy"\s+content=")[^"]+/, policyFor(own, style)],
    [/ *<meta name="build"[^>]*>\n/, ''],
    [/(?<=<link rel="icon"[^>]*href=")[^"]+/, `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`],
    [/ *<script type="module"[^>]*><\/script>/, body.join('\n')],
    [/ *(?=<\/head>)/, `${head}\n  `],
  ].reduce((page, [place, content]) => filled(page, place as RegExp, content as string), template);
}

/** Nothing may be fetched, from anywhere: the script, the style and the WebAssembly are the page's own, and workers are made by it. */
function policyFor(script: string, style: string): string {
  return [
    `default-src 'none'`,
    `script-src '${hashOf(script)}' 'wasm-unsafe-eval'`,
    `worker-src blob:`,
    `connect-src 'none'`,
    `style-src '${hashOf(style)}'`,
    `img-src data: blob:`,
    `font-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/**
 * A script as it may stand in HTML. What means something there can only be within a text or a pattern, where a backslash changes nothing;
 * elsewhere it makes a script that does not compile.
 */
function asScript(code: string): string {
  if (/[\0\r]/.test(code)) throw new Error('HTML would change the characters of this script.');
  const script = code.trim().replace(/<(?=\/script|!--)/gi, '<\\');
  new Script(script);
  return script;
}

/** How many characters of base64 an element has at most: what is read of a part is unpacked while the rest is being read. */
const portion = /.{1,1048576}/g;

/** Elements that hold data (`src/contract/packed.one-file.ts`). */
function packed(id: string, data: Buffer | string): string {
  const texts = withoutSystem(gzipSync(data, { level: 9 }))
    .toString('base64')
    .match(portion)!;
  return texts
    .map((text, i) => `<script type="application/gzip"${i === 0 ? ` id="${id}"` : ''}>${text}</script>`)
    .join('\n');
}

/** By name, whatever was bundled first. */
const inOrder = <T>(parts: ReadonlyMap<string, T>): [string, T][] => [...parts].sort(([a], [b]) => (a < b ? -1 : 1));

function filled(page: string, place: RegExp, content: string): string {
  if (!place.test(page)) throw new Error(`There is no ${place.source} in the page.`);
  return page.replace(place, () => content);
}
