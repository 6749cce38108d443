import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist/', 'node_modules/'] },
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
    // The wall: the page never sees DuckDB, Arrow or Parquet.
    files: ['src/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@duckdb/*', 'apache-arrow', 'parquet-wasm', '**/workers/*'] }],
    },
  },
  { files: ['.ci/**', 'tests/**', 'sample-data/**'], rules: { 'no-console': 'off' } },
);
