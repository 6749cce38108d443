import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * The rooms of the code, each with those below it: what may be imported there, types included. What is said of each stands in the README.
 * The two sides, page and workers, have `src/contract` and `src/domain` in common, and nothing else; the command line speaks the page's words.
 */
const shared = ['contract', 'domain'];
const rooms = {
  'src/contract': [],
  'src/domain': ['contract'],
  'src/platform': shared,
  'src/text': shared,
  'src/charts': [...shared, 'platform', 'text'],
  'src/ui': [...shared, 'platform', 'text'],
  'src/state': [...shared, 'platform', 'text'],
  'src/views': [...shared, 'platform', 'text', 'charts', 'ui', 'state'],
  'src/shell': [...shared, 'platform', 'text', 'charts', 'ui', 'state', 'views'],
  'workers/database': shared,
  'workers/decode': shared,
  'workers/recognise': [...shared, 'database', 'decode'],
  'workers/encode': shared,
  'workers/check': [...shared, 'database', 'decode', 'recognise'],
  'workers/load': [...shared, 'database', 'decode', 'recognise', 'check'],
  'workers/answers': [...shared, 'database', 'load'],
  'workers/save': [...shared, 'database', 'encode', 'recognise', 'load'],
  'workers/engine': [...shared, 'database', 'decode', 'encode', 'recognise', 'load', 'answers', 'save'],
  'workers/node': [...shared, 'database', 'decode', 'encode', 'engine'],
  'workers/command': [...shared, 'answers', 'node', 'text'],
  'workers/offline': ['contract'],
};

/** A relative import that leaves its room names the other one. */
function wallsOf(room, below) {
  const others = new Set(Object.keys(rooms).map((other) => other.split('/')[1]));
  for (const name of [room.split('/')[1], ...below]) others.delete(name);
  if (room.startsWith('src/')) others.add('workers');
  return [
    {
      regex: `^\\.\\.?/(.*/)?(${[...others].join('|')})/`,
      message: `${room} imports ${below.join(', ') || 'nothing'} of the other rooms: see eslint.config.js.`,
    },
  ];
}

/** The page never sees DuckDB, Arrow or Parquet; the workers never see what draws. */
function packagesOf(room) {
  const group = room.startsWith('src/')
    ? ['@duckdb/*', 'apache-arrow', 'parquet-wasm']
    : ['svelte', 'echarts', 'bits-ui'];
  return [{ group, message: `${room} does not see this package.` }];
}

export default ts.config(
  { ignores: ['dist/', 'dist-single/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      // TypeScript checks this better.
      'no-undef': 'off',
      // `!` after an index that the lines around it make sure of says more than a branch that cannot happen.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
    },
  },
  { files: ['**/*.ts', '**/*.svelte'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' } },
  {
    // The words of English are what the type of all words is made of: `Messages`.
    files: ['src/text/en/**'],
    ignores: ['src/text/en/helpers.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // Customer and store names are hostile input: no string of theirs may become markup.
    files: ['src/**'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Use textContent.',
        })),
      ],
    },
  },
  {
    // What changes while the browser tells of sizes may be an error of the page.
    files: ['src/**'],
    ignores: ['src/platform/resized.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'NewExpression[callee.name="ResizeObserver"]',
          'SvelteDirective[kind="Binding"][key.name.name=/^(client|offset|content|border|device)[A-Z]/]',
        ].map((selector) => ({ selector, message: 'Use src/platform/resized.ts.' })),
      ],
    },
  },
  ...Object.entries(rooms).map(([room, below]) => ({
    files: [`${room}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...wallsOf(room, below), ...packagesOf(room)] }] },
  })),
  { files: ['.ci/**', 'tests/**', 'sample-data/**'], rules: { 'no-console': 'off' } },
);
