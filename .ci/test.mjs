// The whole suite from a clean clone: dependencies, browsers, format, lint, types, then the tests.
// Ends with one line "N passed, N failed"; each check counts as one. Before it stands what was left out for want of a browser.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser, ensureOtherBrowsers } from './browser.mjs';
import './setup.mjs';

process.env.CHROME_PATH = ensureBrowser();
const missing = ensureOtherBrowsers();
const isRequired = Boolean(process.env.LOYALTY_LENS_REQUIRE_BROWSERS);

const results = 'node_modules/.cache/test-results.json';
let passed = 0;
let failed = 0;

const checks = [
  ['Format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['Lint', 'eslint', '.', '--max-warnings', '0'],
  ['No circles', 'depcruise', 'src', 'workers'],
  ['Types of the page', 'svelte-check', '--tsconfig', 'src/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ['Types of the workers', 'tsc', '-p', 'workers'],
  ['Types of tests and tools', 'tsc', '-p', 'tests'],
];
// All at once: each has one core.
const checked = checks.map(([name, ...command]) => ({ name, ended: runBeside(command) }));
for (const { name, ended } of checked) {
  const { ok, output } = await ended;
  process.stdout.write(output);
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

for (const browser of missing) {
  if (isRequired) failed++;
  console.log(isRequired ? `✗ ${browser} is missing` : `left out: ${browser} (${counts.skippedIn(browser)} tests)`);
}
for (const test of counts.begunAgain) console.log(`begun again, since the browser crashed in it: ${test}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run(command) {
  return (
    spawnSync('npx', ['--no-install', ...command], { stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

/** Runs a command beside others, and keeps what it prints until it has ended. */
function runBeside(command) {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], { shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ ok: false, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

function readResults() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    // The tests of a browser stand under its name (tests/browsers/every.ts).
    const isSkippedIn = (browser, { ancestorTitles, status }) => ancestorTitles[0] === browser && status === 'skipped';
    const skippedIn = (browser) => tests.filter((test) => isSkippedIn(browser, test)).length;
    // Only a test in which the browser crashed is begun again, once (tests/browsers/every.ts).
    const begunAgain = tests
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName }) => fullName);
    return { passed: numPassedTests, failed: numFailedTests, skippedIn, begunAgain };
  } catch {
    return { passed: 0, failed: 0, skippedIn: () => 'all', begunAgain: [] };
  }
}
