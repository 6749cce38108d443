// The whole suite from a clean clone: dependencies, browser, format, lint, types, then the tests.
// Ends with one line "N passed, N failed"; each check counts as one.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import './setup.mjs';

process.env.CHROME_PATH = ensureBrowser();

const results = 'node_modules/.cache/test-results.json';
let passed = 0;
let failed = 0;

for (const [name, ...command] of [
  ['Format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['Lint', 'eslint', '.', '--max-warnings', '0'],
  ['Types of the page', 'svelte-check', '--tsconfig', 'src/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ['Types of the workers', 'tsc', '-p', 'workers'],
  ['Types of tests and tools', 'tsc', '-p', 'tests'],
]) {
  const ok = run(command);
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (ok) passed++;
  else failed++;
}

rmSync(results, { force: true });
const testsOk = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`]);
const counts = readResults();
passed += counts.passed;
failed += counts.failed;
// A run that ended badly without a failed test (a file that does not load, an unhandled error) is a failure too.
if (!testsOk && counts.failed === 0) failed++;

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run(command) {
  return (
    spawnSync('npx', ['--no-install', ...command], { stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

function readResults() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
