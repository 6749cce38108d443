// Starts the page on a sample export from a clean clone: dependencies, build, server.
import './setup.mjs';

const { build, preview } = await import('vite');
console.log('Building the page …');
await build({ logLevel: 'error' });
const sample = '/#/?sample=bakery';
// A machine without a desktop cannot open a page, which the package that tries says with a stack trace.
const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const opens = hasDesktop && !process.env.CI;
const server = await preview({ logLevel: 'error', preview: { open: opens ? sample : false } });
console.log(`Loyalty Lens on its sample bakery: ${new URL(sample, server.resolvedUrls.local[0])}`);
console.log('Press Ctrl+C to stop.');
