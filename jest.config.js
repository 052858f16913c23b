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
  setupFilesAfterEnv: ['<rootDir>/tests/kit/failOnConsole.ts', '<rootDir>/tests/kit/keepErrors.ts'],
  testTimeout: 30_000,
  maxWorkers: 3,
  workerIdleMemoryLimit: '400MB',
};
