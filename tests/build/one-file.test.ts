import { describe, expect, expectTypeOf, it } from 'vitest';
import { leanGlueAskingPage } from '../../.ci/lean-duckdb.ts';
import { makePage } from '../../.ci/one-file/page.ts';
import { Parts } from '../../.ci/one-file/parts.ts';
import type * as parts from '../../src/contract/parts.ts';
import type * as partsInFile from '../../src/contract/parts.one-file.ts';
import type * as notices from '../../src/platform/notices.ts';
import type * as noticesInFile from '../../src/platform/notices.one-file.ts';
import type * as offlineInFile from '../../src/platform/offline.one-file.ts';
import type * as offline from '../../src/platform/offline.svelte.ts';
import type * as samples from '../../src/platform/sample-files.ts';
import type * as samplesInFile from '../../src/platform/sample-files.one-file.ts';

const template = `<meta http-equiv="Content-Security-Policy" content="x" />
<meta name="build" content="__BUILD__" />
<link rel="icon" href="/icon.svg" /></head>
<script type="module" src="/src/main.ts"></script>`;

const pageOf = (code: string): string => makePage(template, { code, style: '', icon: '', parts: new Parts() });

describe('the page as one file', () => {
  it('has the modules of its own in the place of others of the same kind', () => {
    expectTypeOf<typeof partsInFile>().toExtend<typeof parts>();
    expectTypeOf<typeof samplesInFile>().toExtend<typeof samples>();
    expectTypeOf<typeof noticesInFile>().toExtend<typeof notices>();
    expectTypeOf<typeof offlineInFile.offline>().toExtend<Pick<typeof offline.offline, keyof typeof offline.offline>>();
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
