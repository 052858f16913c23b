import { queryText, type QueryName } from '../benchQueries.ts';

/** Where the resolvers' data are: in memory, so that GraphQL alone is measured, or in MongoDB, as in the product. */
export type DataPlace = 'memory' | 'mongo';

const FACT = '{ id docNo content authority decidedOn validTo amount severity isPublic }';
const ALL = ['registry', 'tax', 'customs', 'courts', 'labour', 'environment']
  .map((name) => `${name}Facts ${FACT}`)
  .join(' ');
const THREE = ['tax', 'customs', 'courts'].map((name) => `${name}Facts ${FACT}`).join(' ');

const IN_MEMORY: Readonly<Record<QueryName, string>> = {
  profile: `query Profile($uscc: ID!) { enterprise(uscc: $uscc) { uscc name status capital ${ALL} } }`,
  list: `query List($usccs: [ID!]!) { enterprises(usccs: $usccs) { uscc name ${THREE} } }`,
  page: `query Page($usccs: [ID!]!) { enterprises(usccs: $usccs) { uscc name status ${ALL} } }`,
};

/**
 * The text of a query over the departments of a place.
 *
 * @param place - where the data are
 * @param query - which
 */
export function engineQuery(place: DataPlace, query: QueryName): string {
  return place === 'memory' ? IN_MEMORY[query] : queryText(query);
}
