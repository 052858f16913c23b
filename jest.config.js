/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/tests/kit/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/kit/globalTeardown.ts',
  // As in the product's own programs, before anything else.
  setupFiles: ['<rootDir>/src/config/graphqlInProduction.ts'],
  setupFilesAfterEnv: ['failOnConsole', 'keepErrors', 'shortStacks'].map((name) => `<rootDir>/tests/kit/${name}.ts`),
  testSequencer: '<rootDir>/tests/kit/LongestFirst.js',
  testTimeout: 30_000,
  maxWorkers: 3,
  workerIdleMemoryLimit: '400MB',
};
