import type { RequestContext } from '../../../src/subgraph/context.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { NOW } from '../../kit/department.ts';
import { openCity, type OpenCity } from '../../kit/openCity.ts';
import { testCodes } from '../registry/testCodes.ts';

/** A registration of a test. */
export interface Registered {
  readonly uscc: string;
  readonly name: string;
  readonly formerNames?: readonly string[];
  readonly status?: string;
  readonly establishedOn?: string;
  readonly industryCode?: string;
  readonly districtCode?: string;
  readonly legacyRegistrationNo?: string;
  readonly usageScope?: FactDraft['usageScope'];
  readonly state?: FactDraft['state'];
}

/** A hit as the tests select it. */
export interface Hit {
  readonly enterprise: { readonly uscc: string };
  readonly score: number;
  readonly matchedBy: string;
  readonly name: string;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}

/** A page as the tests select it. */
export interface Page {
  readonly nodes: readonly Hit[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly isCut: boolean;
  readonly isBehind: boolean;
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
}

/** All departments, with what tests of the search do. */
export interface SearchCity {
  readonly city: OpenCity;
  /** Registers enterprises, or changes their registrations; nothing follows yet. */
  register(enterprises: readonly Registered[]): Promise<void>;
  /** Searches; the first error's code where there is one. */
  search(query: string, more?: Record<string, unknown>, request?: Partial<RequestContext>): Promise<Page>;
  suggest(prefix: string, first?: number): Promise<readonly Hit[]>;
  /** The codes of the errors of a search. */
  refusal(query: string, more?: Record<string, unknown>): Promise<readonly unknown[]>;
}

/** Codes for the tests' enterprises. */
export const CODES = testCodes(40);

const HIT = '{ enterprise { uscc } score matchedBy name highlights { start end } }';
const COUNTS = '{ value count }';
const SEARCH = `query ($query: String!, $filter: EnterpriseSearchFilter, $first: Int, $after: String) {
  searchEnterprises(query: $query, filter: $filter, first: $first, after: $after) {
    nodes ${HIT} edges { cursor } pageInfo { hasNextPage endCursor } totalCount isCut isBehind
    facets { districts ${COUNTS} industries ${COUNTS} statuses ${COUNTS} years ${COUNTS} lists ${COUNTS} }
  }
}`;
const SUGGEST = `query ($prefix: String!, $first: Int) { suggestEnterprises(prefix: $prefix, first: $first) ${HIT} }`;

/** Opens all departments on databases of the test's own; the caller closes the city. */
export async function openSearch(): Promise<SearchCity> {
  const city = await openCity();
  const ask = (query: string, more: Record<string, unknown> = {}, request: Partial<RequestContext> = {}) =>
    city.ask('search', SEARCH, { query, ...more }, request);
  return {
    city,
    register: (enterprises) => register(city, enterprises),
    async search(query, more, request) {
      const { data, errors } = await ask(query, more, request);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data?.['searchEnterprises'] as Page;
    },
    async suggest(prefix, first = 10) {
      const { data, errors } = await city.ask('search', SUGGEST, { prefix, first });
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data?.['suggestEnterprises'] as readonly Hit[];
    },
    async refusal(query, more) {
      const { errors = [] } = await ask(query, more);
      return errors.map(({ extensions }) => (extensions as Readonly<Record<string, unknown>> | undefined)?.['code']);
    },
  };
}

async function register(city: OpenCity, enterprises: readonly Registered[]): Promise<void> {
  const { database, collections } = city.department('registry');
  const collection = collections['enterprises'];
  if (collection === undefined) throw new Error('The registry has no enterprises.');
  const origin = { source: 'test', operator: 'tester', receivedAt: NOW };
  await writeFacts(database, collection, enterprises.map(draftOf), {
    reason: 'CORRECTED',
    origin,
    neverHas: new Set(),
  });
}

function draftOf({ usageScope = 'PUBLIC', state = 'ACTIVE', ...values }: Registered): FactDraft {
  const { uscc, name, establishedOn = '2019-03-04', status = 'IN_BUSINESS' } = values;
  return {
    id: uscc,
    subject: { uscc, name },
    values: { ...values, establishedOn, status },
    provider: { name: '某机关' },
    decidedOn: establishedOn,
    usageScope,
    state,
    flags: [],
  };
}
