// Starts the page on a sample export from a clean clone: dependencies, build, server.
import './setup.mjs';

const { build, preview } = await import('vite');
console.log('Building the page …');
await build({ logLevel: 'error' });
const sample = '/#/?sample=bakery';
const server = await preview({ logLevel: 'error', preview: { open: process.env.CI ? false : sample } });
console.log(`Loyalty Lens on its sample bakery: ${new URL(sample, server.resolvedUrls.local[0])}`);
console.log('Press Ctrl+C to stop.');
