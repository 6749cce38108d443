// The decoder's thread, so that damage that kills it takes nothing else along.
import { importTypeScript } from './import-typescript.mjs';

const { serve } = await importTypeScript(new URL('decoder.ts', import.meta.url));
await serve();
