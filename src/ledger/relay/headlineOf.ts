import type { FactCollection } from '../../data/FactCollection.ts';

/** Longest title, in characters. */
const LONGEST = 120;

/**
 * Says in one line what a fact is: the title of its collection, and the values that its headline names.
 *
 * @param collection - the declaration
 * @param values - of the fact, without personal ones
 * @returns such as 行政处罚：榕环罚〔2025〕1号 · 超标排放
 */
export function headlineOf(
  { title, headline = [], fields }: Pick<FactCollection, 'title' | 'headline' | 'fields'>,
  values: Readonly<Record<string, unknown>>,
): string {
  const parts = headline.flatMap((name) => wordsOf(values[name], fields[name]?.codes));
  const line = Array.from(parts.length === 0 ? title : `${title}：${parts.join(' · ')}`);
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}

/** A code is told by its first Chinese label. */
function wordsOf(value: unknown, codes: Readonly<Record<string, readonly string[]>> | undefined): readonly string[] {
  if (Array.isArray(value)) {
    const words = value.flatMap((part) => wordsOf(part, codes));
    return words.length === 0 ? [] : [words.join('、')];
  }
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [codes?.[text]?.[0] ?? text];
}
