import { sha256 } from '../../../src/values/sha256.ts';

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['信用', 'e385e5596087b810d602f719b3d8cab379fca1f1c0096ad50e919ec0ca18def1'],
])('gives the digest of %p in hexadecimal digits', (text, digest) => {
  expect(sha256(text)).toBe(digest);
});
