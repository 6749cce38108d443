import { importTypeScript } from '../node/import-typescript.mjs';

const { main } = await importTypeScript(new URL('answer.ts', import.meta.url));
await main(process.argv.slice(2));
