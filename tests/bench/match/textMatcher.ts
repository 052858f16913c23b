import type { Db } from 'mongodb';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import type { Matcher } from './Matcher.ts';

interface NamedDocument {
  readonly _id: string;
  readonly name: string;
  /** The name cut into pairs of characters, which MongoDB can not do by itself. */
  readonly pairs: string;
}

const SHOWN = 5;
const BATCH = 20_000;

/**
 * MongoDB's own text index: over the names as they are, which are one word each to it, or over names that were cut into pairs of
 * characters beforehand.
 *
 * @param db - where the names are stored
 * @param targets - all names
 * @param field - what the text index is made of
 */
export async function textMatcher(db: Db, targets: readonly MatchTarget[], field: 'name' | 'pairs'): Promise<Matcher> {
  const names = db.collection<NamedDocument>(`text_${field}`);
  for (let from = 0; from < targets.length; from += BATCH) {
    const documents = targets
      .slice(from, from + BATCH)
      .map(({ uscc, name }) => ({ _id: uscc, name, pairs: pairsOf(name) }));
    await names.insertMany(documents, { ordered: false });
  }
  await names.createIndexes([{ key: { [field]: 'text' }, default_language: 'none' }]);
  return {
    title: field === 'name' ? 'Text index of MongoDB' : 'Text index of MongoDB over pairs of characters',
    isScored: false,
    match: async (name) => {
      const $search = field === 'name' ? name : pairsOf(name);
      const score = { $meta: 'textScore' };
      const found = await names
        .find({ $text: { $search } }, { projection: { score }, sort: { score }, limit: SHOWN })
        .toArray();
      return found.map(({ _id }) => ({ uscc: _id, score: NaN }));
    },
  };
}

function pairsOf(name: string): string {
  return Array.from(name.slice(1), (character, at) => name.charAt(at) + character).join(' ');
}
