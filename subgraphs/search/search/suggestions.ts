import type { Filter } from 'mongodb';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { IndexedEnterprise } from '../index/IndexedEnterprise.ts';
import { keyCondition } from '../index/keyCondition.ts';
import { readEnterprises } from '../index/readEnterprises.ts';
import { readSettled } from '../index/readSettled.ts';
import type { EnterpriseHit } from './EnterpriseHit.ts';
import { byScore } from './findHits.ts';
import { scoreHit } from './scoreHit.ts';
import { searchText, type SearchText } from './SearchText.ts';
import { shownHit } from './shownHit.ts';

/** Suggestions at most. */
const SUGGESTIONS_MOST = 20;
/** Enterprises that are read for one keystroke, so that there is something to choose from. */
const READ_MOST = 24;

/**
 * Suggests enterprises whose name, the sound of it, or code begins so.
 *
 * @param asked - what was typed so far, and how many are wanted
 * @param context - the request
 * @throws AppError PAGE_SIZE, VALUE_INVALID or SEARCH_NOT_READY
 */
export async function suggestions(
  { prefix, first }: { readonly prefix: string; readonly first?: number | null },
  context: SubgraphContext,
): Promise<readonly EnterpriseHit[]> {
  const wanted = first ?? SUGGESTIONS_MOST / 2;
  if (wanted < 1 || wanted > SUGGESTIONS_MOST) throw new AppError('PAGE_SIZE', { limit: SUGGESTIONS_MOST });
  const text = searchText(prefix, 'prefix');
  if (text === undefined) return [];
  const reading = { condition: beginning(text), limit: READ_MOST, also: text.isLatin ? (['keys'] as const) : [] };
  const { rows } = await readSettled(
    context,
    (generation) => readEnterprises(generation, reading, context),
    ({ subjectUscc }) => subjectUscc,
  );
  const hits = rows.map((enterprise) => ({ enterprise, ...scoreHit(text, enterprise) }));
  return hits
    .filter(({ score }) => score > 0)
    .sort(byScore)
    .slice(0, wanted)
    .map((hit) => shownHit(text, hit));
}

function beginning({ key, code }: SearchText): Filter<IndexedEnterprise> {
  if (code === '') return keyCondition(key);
  const range = { $gte: code, $lt: `${code}\u{10FFFF}` };
  return { $or: [keyCondition(key), { subjectUscc: range }, { orgCode: range }, { registrationNo: range }] };
}
