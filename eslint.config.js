import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tsdoc from 'eslint-plugin-tsdoc';
import tseslint from 'typescript-eslint';

const oneWay = 'Imports go one way (docs/architecture.md): cross-department data goes through the graph.';
const departments = ['credit', 'disclosure', 'finance', 'judiciary', 'registry', 'remedy', 'search'];

/** The directions of design section 2; `gateway/departments.ts` alone loads departments, by dynamic import. */
const zones = [
  { target: './src', from: './gateway', message: oneWay },
  { target: './src', from: './subgraphs', message: oneWay },
  { target: './subgraphs', from: './gateway', message: oneWay },
  { target: './gateway', from: './subgraphs', message: oneWay },
  { target: './{src,gateway,subgraphs}', from: './tests', message: 'Nothing in production imports tests/.' },
  ...departments.map((name) => ({
    target: `./subgraphs/${name}`,
    from: './subgraphs',
    except: [`./${name}`],
    message: oneWay,
  })),
];

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', '**/__generated__/', 'node_modules/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, importX.flatConfigs.typescript],
    plugins: { 'import-x': importX, tsdoc },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })],
      'import-x/resolver': undefined,
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      // `const { left, out, ...rest }` is how parts are left out of an object.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'tsdoc/syntax': 'error',
      'max-lines': ['error', 250],
      complexity: ['error', 10],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['fixme', 'todo', 'xxx'], location: 'anywhere' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
      ],
    },
  },
  { files: ['src/config/**', 'tests/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['subgraphs/*/resolvers/**/*.ts'],
    rules: { 'max-lines': ['error', 60] },
  },
  { files: ['**/*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
