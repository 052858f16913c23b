import { checkedLength } from '../../src/data/checkedLength.ts';
import { visibilityFilter } from '../../src/policy/visibility.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { normaliseName } from '../../src/values/names.ts';
import { enterprises } from './collections/enterprises.ts';

/** What one old code or name points to. */
export interface EnterpriseLink {
  readonly orgCode: string | null;
  readonly name: string | null;
  readonly uscc: string;
}

interface Key {
  readonly _id: string;
  readonly orgCode: string;
  readonly nameKey: string;
}

/** Finds the enterprises that organisation codes and names point to among those that the caller may see; one that points to several points to none. */
export async function enterpriseLinks(
  asked: { readonly orgCodes: readonly string[]; readonly names: readonly string[] },
  { caller, database, now }: SubgraphContext,
): Promise<readonly EnterpriseLink[]> {
  const orgCodes = [...checkedLength(asked.orgCodes, 'orgCodes', 1000)];
  const spellings = bySpelling(checkedLength(asked.names, 'names', 1000));
  const facts = database.facts(enterprises);
  const projection = { orgCode: 1, nameKey: 1 };
  const visible = visibilityFilter(caller, todayInShanghai(now), enterprises);
  const [byCode, byName] = await Promise.all([
    facts.find<Key>({ orgCode: { $in: orgCodes }, ...visible }, { projection }).toArray(),
    facts.find<Key>({ nameKey: { $in: [...spellings.keys()] }, ...visible }, { projection }).toArray(),
  ]);
  return [
    ...unique(byCode, 'orgCode').map(({ _id, orgCode }) => ({ orgCode, name: null, uscc: _id })),
    ...unique(byName, 'nameKey').flatMap(({ _id, nameKey }) =>
      [...(spellings.get(nameKey) ?? [])].map((name) => ({ orgCode: null, name, uscc: _id })),
    ),
  ];
}

/** The names asked for by what they are compared as: one name may be written in several ways, and each wants its answer. */
function bySpelling(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const spellings = new Map<string, Set<string>>();
  for (const name of names) {
    const key = normaliseName(name);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(name));
  }
  return spellings;
}

function unique(found: readonly Key[], part: 'orgCode' | 'nameKey'): readonly Key[] {
  const counts = new Map<string, number>();
  for (const key of found) counts.set(key[part], (counts.get(key[part]) ?? 0) + 1);
  return found.filter((key) => counts.get(key[part]) === 1);
}
