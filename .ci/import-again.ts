import type { Plugin } from 'vite';

/** A part of the build that is fetched when it is first needed, as the built scripts have it. */
const fetched = /\bimport\(([`"'])(\.\/[\w.-]+\.js)\1\)/g;

/**
 * Has each part that did not come asked for once more under an address of its own: Chromium keeps a script that it could not fetch as missing
 * for as long as the page is open, so that nothing that is tried again would find it. What a part needs beside itself must not be fetched
 * before the part is there (`modulePreload`): it would be kept as missing as well.
 */
export function importAgain(): Plugin {
  return {
    name: 'import-again',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const part of Object.values(bundle)) {
          if (part.type !== 'chunk') continue;
          part.code = part.code.replace(
            fetched,
            (_, __, path: string) => `import("${path}").catch(()=>import("${path}?again="+Date.now()))`,
          );
        }
      },
    },
  };
}
