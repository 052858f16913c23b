import { Chance } from '../../../src/sample/Chance.ts';
import { queryText, variablesFrom } from '../benchQueries.ts';
import type { ArrivalRequest, ServedQuery } from './ArrivalRequest.ts';

/** A request as it is sent. */
export interface ServedQuestion {
  readonly query: string;
  readonly variables: object;
}

const SEARCH = `query Search($query: String!) {
  searchEnterprises(query: $query, first: 10) {
    totalCount
    nodes { score name enterprise { uscc status establishedOn } }
  }
}`;

/** Names begin with the place, then comes the trade name, up to a bracket that all have: what stands in every name can not be searched. */
const PLACE_LENGTH = 2;
const COMMON = '（';
const SHORTEST = 2;

/**
 * Gives request after request, the queries in turns, each with other variables.
 *
 * @param request - which queries, and what the variables are taken from
 */
export function questionsFrom(
  request: Pick<ArrivalRequest, 'queries' | 'usccs' | 'names' | 'seed'>,
): () => ServedQuestion {
  const turns = request.queries.map((query) => questionsOf(query, request));
  let asked = 0;
  return () => {
    const next = turns[asked % turns.length];
    asked += 1;
    if (next === undefined) throw new Error('Nothing is asked.');
    return next();
  };
}

function questionsOf(
  name: ServedQuery,
  { usccs, names, seed }: Pick<ArrivalRequest, 'usccs' | 'names' | 'seed'>,
): () => ServedQuestion {
  if (name === 'search') {
    const next = wordsFrom(names, seed);
    return () => ({ query: SEARCH, variables: { query: next() } });
  }
  const query = queryText(name);
  const next = variablesFrom(name, usccs, `${seed}/${name}`);
  return () => ({ query, variables: next() });
}

/** Trade names and pieces of them, as people type them. */
function wordsFrom(names: readonly string[], seed: string): () => string {
  const trades = names.map((name) => Array.from(name.split(COMMON, 1)[0] ?? name).slice(PLACE_LENGTH));
  const chance = new Chance(`${seed}/words`);
  return () => {
    const trade = trades.at(chance.int(0, trades.length - 1)) ?? [];
    const from = chance.int(0, Math.max(0, trade.length - SHORTEST));
    return trade.slice(from, from + chance.int(SHORTEST, Math.max(SHORTEST, trade.length))).join('');
  };
}
