import { describe, expect, expectTypeOf, it } from 'vitest';
import { leanGlueAskingPage } from '../../.ci/lean-duckdb.ts';
import { makePage } from '../../.ci/one-file/page.ts';
import { Parts } from '../../.ci/one-file/parts.ts';

const template = `<meta http-equiv="Content-Security-Policy" content="x" />
<meta name="build" content="__BUILD__" />
<link rel="icon" href="/icon.svg" /></head>
<script type="module" src="/src/main.ts"></script>`;

const pageOf = (code: string): string => makePage(template, { code, style: '', icon: '', parts: new Parts() });

describe('the page as one file', () => {
  it('has the modules of its own in the place of others of the same kind', () => {
    type Of<Module, Names extends keyof Module> = Pick<Module, Names>;
    expectTypeOf<typeof import('../../src/contract/parts.one-file.ts')>().toExtend<
      Of<typeof import('../../src/contract/parts.ts'), 'makeWorker' | 'startWasm' | 'fetchData'>
    >();
    expectTypeOf<typeof import('../../src/platform/sample-files.one-file.ts')>().toExtend<
      typeof import('../../src/platform/sample-files.ts')
    >();
    expectTypeOf<typeof import('../../src/platform/notices.one-file.ts')>().toExtend<
      typeof import('../../src/platform/notices.ts')
    >();
    type Offline = (typeof import('../../src/platform/offline.svelte.ts'))['offline'];
    expectTypeOf<(typeof import('../../src/platform/offline.one-file.ts'))['offline']>().toExtend<
      Of<Offline, 'kept' | 'start'>
    >();
  });

  it('has scripts that HTML neither ends nor changes', () => {
    expect(pageOf('say("</script><!-- </SCRIPT>")')).toContain('<script>say("<\\/script><\\!-- <\\/SCRIPT>")</script>');
    expect(() => pageOf('say(a<!--b)')).toThrow(SyntaxError);
    expect(() => pageOf('say("\0")')).toThrow('HTML would change');
  });

  it('refuses a template, or a worker of DuckDB, that it does not know', () => {
    expect(() => makePage('<html></html>', { code: '', style: '', icon: '', parts: new Parts() })).toThrow(
      'There is no',
    );
    expect(() => leanGlueAskingPage('another version')).toThrow('not as expected');
  });
});
