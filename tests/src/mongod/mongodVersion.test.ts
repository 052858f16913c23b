import { isSupported } from '../../../src/mongod/mongodVersion.ts';

describe('isSupported', () => {
  it.each([
    ['4.4.29', false],
    ['5.0.31', false],
    ['6.0.0', true],
    ['6.0.5', true],
    ['8.2.6', true],
    ['10.0.1', true],
  ])('%s: %s', (version, supported) => {
    expect(isSupported(version)).toBe(supported);
  });
});
