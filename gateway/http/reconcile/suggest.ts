import type { Caller } from '../../../src/identity/Caller.ts';
import type { AskGraph } from '../../askGraph.ts';
import { GatewayError } from '../../errors/GatewayError.ts';
import { ENTERPRISE_TYPE, propertiesLike } from './properties.ts';

/** What is suggested to who types. */
export interface Suggestions {
  readonly result: readonly Suggestion[];
}

interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly notable?: readonly { readonly id: string; readonly name: string }[];
}

/** What somebody typed, and how many suggestions they have had. */
export interface SuggestQuery {
  readonly prefix: string;
  readonly cursor: number;
}

const SUGGEST = `query Suggestions($prefix: String!, $first: Int!) {
  suggestEnterprises(prefix: $prefix, first: $first) { enterprise { uscc name districtCode city entityType } }
}`;

/** Suggestions of one answer. */
const PAGE = 10;
/** Most that the graph suggests for one prefix. */
const MOST = 20;
/** Most characters that the graph takes. */
const LONGEST = 200;

interface Answer {
  readonly suggestEnterprises: readonly { readonly enterprise: Suggested | null }[];
}

interface Suggested {
  readonly uscc: string;
  readonly name: string | null;
  readonly districtCode: string | null;
  readonly city: string | null;
  readonly entityType: string | null;
}

/**
 * Suggests enterprises by what was typed so far, name or code.
 *
 * @param askGraph - the graph
 * @param query - what was typed
 * @param caller - who types
 * @throws GatewayError MATCH_UNAVAILABLE
 */
export async function suggestEntities(
  askGraph: AskGraph,
  { prefix, cursor }: SuggestQuery,
  caller: Caller,
): Promise<Suggestions> {
  const typed = prefix.trim().slice(0, LONGEST);
  if (typed === '' || cursor >= MOST) return { result: [] };
  const first = Math.min(cursor + PAGE, MOST);
  const { data } = await askGraph<Answer>(SUGGEST, { prefix: typed, first }, caller, 'zh');
  if (!data?.suggestEnterprises) throw new GatewayError('MATCH_UNAVAILABLE');
  const found = data.suggestEnterprises.flatMap(({ enterprise }) => (enterprise === null ? [] : [enterprise]));
  return {
    result: found.slice(cursor, first).map(({ uscc, name, districtCode, city, entityType }) => ({
      id: uscc,
      name: name ?? uscc,
      description: [uscc, city, districtCode, entityType].filter(Boolean).join(' · '),
      notable: [ENTERPRISE_TYPE],
    })),
  };
}

/**
 * Suggests properties.
 *
 * @param query - what was typed
 */
export function suggestProperties({ prefix, cursor }: SuggestQuery): Suggestions {
  const found = propertiesLike(prefix).map(({ id, name, description }) => ({ id, name, description }));
  return { result: found.slice(cursor, cursor + MOST) };
}

/**
 * Suggests the one type that there is.
 *
 * @param query - what was typed
 */
export function suggestTypes({ prefix, cursor }: SuggestQuery): Suggestions {
  const typed = prefix.trim().toLowerCase();
  const isIt = Object.values(ENTERPRISE_TYPE).some((word) => word.toLowerCase().includes(typed));
  return { result: isIt ? [ENTERPRISE_TYPE].slice(cursor) : [] };
}
