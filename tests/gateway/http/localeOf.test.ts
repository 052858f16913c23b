import { localeOf } from '../../../gateway/http/localeOf.ts';

describe('the language of a caller', () => {
  for (const [header, locale] of [
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh', 'zh'],
    ['ZH-hant-TW', 'zh'],
    ['en-GB,zh;q=0.9', 'en'],
    ['en;q=0.5, zh;q=0.9', 'zh'],
    ['de, fr;q=0.9', 'en'],
    ['de, zh;q=0.1', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['*', 'en'],
    ['zh;q=nonsense', 'en'],
  ] as const) {
    it(`is ${locale} for ${header ?? 'no header'}`, () => {
      expect(localeOf(header)).toBe(locale);
    });
  }
});
