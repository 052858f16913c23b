import { toConnection, pageRequest } from '../../../src/data/connection.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { QuerySearchEnterprisesArgs } from '../__generated__/resolvers.ts';
import type { EnterpriseHit } from './EnterpriseHit.ts';
import type { HitPage } from './HitPage.ts';

/**
 * Searches enterprises.
 *
 * @param asked - what was typed, filter and Relay arguments
 * @param context - the request
 */
export function searchPage({ query, ...page }: QuerySearchEnterprisesArgs, context: SubgraphContext): HitPage {
  const request = pageRequest(page, `search.${context.department}.${query}`);
  const hits: EnterpriseHit[] = [];
  return {
    ...toConnection(
      hits,
      request,
      () => ({ sort: '', id: '' }),
      () => Promise.resolve(0),
    ),
    isCut: false,
    facets: { districts: [], industries: [], statuses: [], years: [], lists: () => Promise.resolve([]) },
  };
}
