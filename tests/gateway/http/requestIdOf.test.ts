import { requestIdOf } from '../../../gateway/http/requestIdOf.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the id of a request', () => {
  it('is the one that the caller gave, if it is a sane one', () => {
    expect(requestIdOf('front-end_4711.a:b')).toBe('front-end_4711.a:b');
  });

  for (const given of [
    undefined,
    '',
    'short',
    'a'.repeat(65),
    'with blank in it',
    'line\nbreak-line',
    '张三张三张三张三',
    ['a'.repeat(8)],
  ]) {
    it(`is a new one instead of ${String(given)}`, () => {
      expect(requestIdOf(given)).toMatch(UUID);
    });
  }

  it('is another one each time', () => {
    expect(requestIdOf(undefined)).not.toBe(requestIdOf(undefined));
  });
});
