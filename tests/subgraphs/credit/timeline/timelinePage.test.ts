import type { RequestContext } from '../../../../src/subgraph/context.ts';
import { ANONYMOUS, type Caller } from '../../../../src/identity/Caller.ts';
import { staffOf } from '../../../kit/department.ts';
import { writeWays } from '../../../kit/draftOf.ts';
import { openCity, type OpenCity } from '../../../kit/openCity.ts';
import { testCodes } from '../../registry/testCodes.ts';

const [UNIT = '', OTHER = '', EMPTY = ''] = testCodes(3);
const SUBJECT: Caller = { audience: 'SUBJECT', subject: UNIT, operator: 'e', scopes: new Set() };

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

let city: OpenCity;
beforeAll(async () => {
  city = await openCity();
  await writeWays(city, 'registry.abnormalListings', [
    { id: 'abnormal', uscc: UNIT, decidedOn: '2026-03-01', severity: 'GENERAL' },
    { id: 'shared', uscc: UNIT, decidedOn: '2026-03-02', usageScope: 'GOV_SHARED' },
    { id: 'asked', uscc: UNIT, decidedOn: '2026-03-03', usageScope: 'AUTHORISED_QUERY' },
    { id: 'hidden', uscc: UNIT, state: 'HIDDEN' },
    { id: 'annulled', uscc: UNIT, state: 'DELETED' },
    { id: 'over', uscc: UNIT, publicity: { from: '2020-01-01', until: '2026-06-14' } },
    { id: 'last day', uscc: UNIT, decidedOn: '2020-01-01', publicity: { from: '2020-01-01', until: '2026-06-15' } },
    { id: 'ahead', uscc: UNIT, publicity: { from: '2026-06-16' } },
    { id: 'unlinked' },
    { id: 'person', category: 'NATURAL_PERSON', usageScope: 'GOV_SHARED' },
  ]);
  await writeWays(city, 'registry.riskClasses', [{ id: 'risk', uscc: UNIT, usageScope: 'GOV_SHARED' }]);
  await writeWays(city, 'disclosure.penalties', [
    { id: 'penalty', uscc: UNIT, decidedOn: '2026-04-01', severity: 'SERIOUS' },
    { id: 'other unit', uscc: OTHER },
  ]);
  await writeWays(city, 'judiciary.judgmentDefaulters', [{ id: 'defaulter', uscc: UNIT, decidedOn: '2026-04-01' }]);
  await city.settle();
});
afterAll(() => city.close());

async function read(
  selection: string,
  request: Partial<RequestContext> = {},
  usccs = [UNIT],
): Promise<readonly Page[]> {
  const { data, errors } = await city.ask(
    'credit',
    `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Enterprise { ${selection} } } }`,
    { rows: usccs.map((uscc) => ({ __typename: 'Enterprise', uscc })) },
    request,
  );
  expect(errors).toBeUndefined();
  return (data?.['_entities'] as { readonly timeline: Page }[]).map(({ timeline }) => timeline);
}

async function ids(filter: string, caller: Caller = ANONYMOUS): Promise<readonly string[]> {
  const [page] = await read(`timeline(filter: {${filter}}) { totalCount nodes { id } }`, { caller });
  expect(page?.totalCount).toBe(page?.nodes.length);
  return (page?.nodes ?? []).map(({ id }) => id);
}

describe('the timeline of an enterprise', () => {
  it.each([
    ['the public', ANONYMOUS, ['penalty', 'defaulter', 'abnormal', 'last day']],
    ['another department', staffOf('tax'), ['penalty', 'defaulter', 'shared', 'abnormal', 'risk', 'last day']],
    [
      'the owner of some',
      staffOf('registry'),
      ['penalty', 'defaulter', 'asked', 'shared', 'abnormal', 'risk', 'last day'],
    ],
    // Its risk class is withheld even from the enterprise.
    ['the enterprise itself', SUBJECT, ['penalty', 'defaulter', 'asked', 'shared', 'abnormal', 'last day']],
  ])('shows and counts for %s what the rule shows, newest first', async (_who, caller, expected) => {
    expect(await ids('', caller)).toEqual(expected);
  });

  it('follows the day by itself', async () => {
    const [page] = await read('timeline { totalCount nodes { id } }', { now: new Date('2026-06-16T04:00:00Z') });
    expect(page?.nodes.map(({ id }) => id)).toEqual(['penalty', 'defaulter', 'abnormal', 'ahead']);
  });

  it('says what each fact is, and whose', async () => {
    const entry = `id factType catalogueKind department { name title } title decidedOn polarity severity disputed lists
      publicity { until } fact { __typename id }`;
    const [page] = await read(`timeline(first: 1) { nodes { ${entry} } }`);
    expect(page?.nodes).toEqual([
      {
        id: 'penalty',
        factType: 'AdministrativePenalty',
        catalogueKind: 3,
        department: { name: 'disclosure', title: expect.stringContaining('信用办') as string },
        title: expect.stringContaining('行政处罚') as string,
        decidedOn: '2026-04-01',
        polarity: 'NEGATIVE',
        severity: 'SERIOUS',
        disputed: false,
        lists: [],
        publicity: null,
        fact: { __typename: 'AdministrativePenalty', id: 'penalty' },
      },
    ]);
  });

  it('is paged by cursors of its own, and counted whole on every page', async () => {
    const selection = '{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }';
    const [first] = await read(`timeline(first: 3) ${selection}`);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const [second] = await read(`timeline(first: 3, after: "${first?.pageInfo.endCursor}") ${selection}`);
    expect(second).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const all = [...(first?.edges ?? []), ...(second?.edges ?? [])];
    expect(all.map(({ node }) => node.id)).toEqual(['penalty', 'defaulter', 'abnormal', 'last day']);
    const [again] = await read(`timeline(after: "${all[2]?.cursor}") { nodes { id } }`);
    expect(again?.nodes).toEqual([{ id: 'last day' }]);
  });

  it.each([
    ['departments: ["judiciary", "registry"]', ['defaulter', 'abnormal', 'last day']],
    ['factTypes: ["AdministrativePenalty"]', ['penalty']],
    ['catalogueKinds: [5]', ['abnormal', 'last day']],
    ['polarity: NEGATIVE, severity: SERIOUS', ['penalty']],
    ['from: "2026-03-01", to: "2026-03-31"', ['abnormal']],
    ['from: "2026-04-01"', ['penalty', 'defaulter']],
    ['to: "2026-02-28"', ['last day']],
    ['departments: []', []],
    ['departments: null', ['penalty', 'defaulter', 'abnormal', 'last day']],
    // A list that stands for hidden facts shows no more than without it.
    ['factTypes: ["RiskClass"]', []],
  ])('narrowed to %s', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('of many enterprises is what each has alone, and empty where there is nothing', async () => {
    const pages = await read('timeline(first: 2) { totalCount nodes { id } }', {}, [OTHER, UNIT, EMPTY]);
    expect(pages).toEqual([
      { totalCount: 1, nodes: [{ id: 'other unit' }] },
      { totalCount: 4, nodes: [{ id: 'penalty' }, { id: 'defaulter' }] },
      { totalCount: 0, nodes: [] },
    ]);
  });

  it.each([
    ['first: 0', 'PAGE_SIZE'],
    ['first: 101', 'PAGE_SIZE'],
    ['after: "AAAA"', 'CURSOR_INVALID'],
    [`filter: { catalogueKinds: [${'1 '.repeat(101)}] }`, 'LIST_TOO_LONG'],
  ])('refuses %s', async (argument, code) => {
    const document = `query ($rows: [_Any!]!) { _entities(representations: $rows) {
      ... on Enterprise { timeline(${argument}) { totalCount } } } }`;
    const { errors } = await city.ask('credit', document, { rows: [{ __typename: 'Enterprise', uscc: UNIT }] });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });
});
