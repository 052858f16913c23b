import type { Locale } from '../../src/errors/AppError.ts';

/**
 * The language of messages that a caller prefers: the first of Chinese and English by the weights of RFC 9110, 12.5.4.
 *
 * English where the header is absent or names neither.
 *
 * @param acceptLanguage - the `accept-language` header
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return 'en';
  const [preferred] = acceptLanguage
    .split(',')
    .map((range) => rangeOf(range))
    .filter(({ locale, weight }) => locale !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return preferred?.locale ?? 'en';
}

function rangeOf(range: string): { locale: Locale | undefined; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  const language = tag.split('-')[0];
  return { locale: language === 'zh' || language === 'en' ? language : undefined, weight };
}
