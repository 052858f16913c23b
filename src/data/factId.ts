import { createHash } from 'node:crypto';
import { normaliseName } from '../values/names.ts';
import { plainDecimal } from '../values/plainDecimal.ts';
import { collectionId, type FactCollection } from './FactCollection.ts';
import type { DraftSubject } from './FactDraft.ts';

/** What a natural key is read from. */
export interface KeySource {
  readonly values: Readonly<Record<string, unknown>>;
  readonly subject: DraftSubject;
  readonly publishedOn: string | undefined;
}

/**
 * Makes the id of a fact from its natural key, so that the same row always meets the same document.
 *
 * The subject's part is what the source printed (code, else organisation code, else name), never what linking
 * found later: a fact keeps its id when it is linked.
 *
 * @param collection - whose key it is
 * @param source - the judged values
 * @returns 24 characters, unique over all collections
 */
export function factId(collection: FactCollection, source: KeySource): string {
  if (collection.kind === 'SUBJECT') return String(source.values['uscc']);
  const [first = ''] = collection.naturalKey;
  const complete = partOf(first, source) !== '';
  const parts = complete ? collection.naturalKey : (collection.naturalKeyWithout ?? collection.naturalKey);
  const key = parts.map((part) => partOf(part, source)).join('\u001f');
  return createHash('sha256')
    .update(`${collectionId(collection)}\u001f${key}`)
    .digest('base64url')
    .slice(0, 24);
}

function partOf(part: string, { values, subject, publishedOn }: KeySource): string {
  if (part === 'subject') return subject.uscc ?? subject.orgCode ?? subject.middleCode ?? nameKey(subject);
  if (part === 'publishedOn') return publishedOn ?? '';
  return printed(values[part]);
}

/** A key value as text: lists by their entries, amounts by their digits. */
function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(printed).join();
  return plainDecimal(value) ?? (typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
}

function nameKey(subject: DraftSubject): string {
  return subject.name === undefined ? '' : normaliseName(subject.name);
}
