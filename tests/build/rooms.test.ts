import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the rooms of the code', () => {
  const eslint = new ESLint({ cwd: root });
  const faults = async (filePath: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
    return result!.messages.flatMap(({ ruleId }) => (ruleId === 'no-restricted-imports' ? [ruleId] : []));
  };
  const typeFrom = (path: string): string => `import type { Planted } from '${path}';\nexport type Other = Planted;\n`;

  it.each([
    ['src/ui/Planted.svelte', `<script lang="ts">\n  ${typeFrom('../state/route.ts')}</script>\n`],
    ['src/views/churn/planted.ts', typeFrom('../../shell/views.ts')],
    ['src/domain/planted.ts', typeFrom('../text/format.ts')],
    ['src/state/planted.ts', typeFrom('../../workers/load/summary.ts')],
    ['src/charts/planted.ts', typeFrom('apache-arrow')],
    ['workers/decode/csv/planted.ts', typeFrom('../../recognise/recognise.ts')],
    ['workers/load/planted.ts', typeFrom('../../src/state/route.ts')],
    ['workers/answers/planted.ts', typeFrom('../engine/engine.ts')],
  ])('%s may not look up, nor across the wall, even for a type', async (path, code) => {
    expect(await faults(path, code)).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['src/views/churn/planted.ts', typeFrom('../../state/route.ts')],
    ['workers/load/planted.ts', typeFrom('../../src/contract/ids.ts')],
    ['workers/answers/cohorts/planted.ts', typeFrom('../question.ts')],
  ])('%s may look down', async (path, code) => {
    expect(await faults(path, code)).toEqual([]);
  });

  it('have no circles, those of types included', async () => {
    const cache = join(root, 'node_modules/.cache');
    await mkdir(cache, { recursive: true });
    const folder = await mkdtemp(join(cache, 'circle-'));
    await writeFile(join(folder, 'a.ts'), `import type { B } from './b.ts';\nexport type A = B | null;\n`);
    await writeFile(join(folder, 'b.ts'), `import type { A } from './a.ts';\nexport type B = A[];\n`);
    const path = '../../.dependency-cruiser.js';
    const { default: config } = (await import(/* @vite-ignore */ path)) as {
      default: { forbidden: []; options: object };
    };
    const { output } = await cruise([folder], {
      ...config.options,
      doNotFollow: { path: 'never' },
      ruleSet: { forbidden: config.forbidden },
      validate: true,
    });
    await rm(folder, { recursive: true });
    expect((output as { summary: { error: number } }).summary.error).toBeGreaterThan(0);
  });
});
