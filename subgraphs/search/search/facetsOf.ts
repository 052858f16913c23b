import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { readInOrder } from '../index/readEnterprises.ts';
import { readListed } from '../index/readListed.ts';
import type { FoundHit } from './findHits.ts';
import type { EnterpriseFacets, FacetCount } from './HitPage.ts';

/** Values of one facet; a schema promises the bound. */
const VALUES_MOST = 20;

/**
 * Counts what hits have in common.
 *
 * @param hits - all that pages go over
 * @param context - the request
 */
export function facetsOf(hits: readonly FoundHit[], context: SubgraphContext): EnterpriseFacets {
  const over = (valueOf: (hit: FoundHit['enterprise']) => string | undefined): readonly FacetCount[] =>
    countsOf(hits.flatMap(({ enterprise }) => valueOf(enterprise) ?? []));
  return {
    // Counted where they are selected.
    get districts() {
      return over(({ districtCode }) => districtCode.slice(0, 6));
    },
    get industries() {
      return over(({ industryCode }) => industryCode);
    },
    get statuses() {
      return over(({ status }) => status);
    },
    get years() {
      return over(({ establishedOn }) => establishedOn?.slice(0, 4));
    },
    lists: async () => {
      const numbers = hits.map(({ enterprise }) => enterprise._id);
      const reading = { limit: numbers.length };
      const listed = await readListed(
        context,
        (generation) => readInOrder(generation, numbers, reading, context),
        ({ subjectUscc }) => subjectUscc,
      );
      return countsOf(listed.flatMap(({ lists }) => [...lists]));
    },
  };
}

function countsOf(values: readonly string[]): readonly FacetCount[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, VALUES_MOST);
}
