import { department as definition } from '../../../../subgraphs/finance/department.ts';
import {
  authorisationsOf,
  type AuthorisationDocument,
} from '../../../../subgraphs/finance/authorisations/AuthorisationDocument.ts';
import { authorisationStatus } from '../../../../subgraphs/finance/rules/authorisationStatus.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../../kit/department.ts';

const TODAY = '2026-06-15';
const DAYS = ['2026-06-14', TODAY, '2026-06-16'];
const ALL: readonly AuthorisationDocument[] = DAYS.flatMap((from) =>
  DAYS.filter((until) => until >= from).flatMap((until) =>
    (['ONCE', 'MANY'] as const).flatMap((usage) =>
      [0, 1].flatMap((used) =>
        [undefined, new Date(TODAY)].map((revokedAt, at) => ({
          ...{ _id: `${from} ${until} ${usage} ${used} ${at}`, subject: '91350100M000100Y43' },
          ...{ querier: { department: 'tax' }, purpose: 'LICENSING', factTypes: ['Judgment'] },
          ...{ from, until, usage, used, grantedAt: new Date(TODAY), sortOn: TODAY, grantedBy: 'someone' },
          ...(revokedAt === undefined ? {} : { revokedAt }),
        })),
      ),
    ),
  ),
);

describe('the list of authorisations', () => {
  let office: TestDepartment;
  beforeAll(async () => {
    office = await openDepartment(definition);
    await authorisationsOf(office.subgraph.database).insertMany([...ALL]);
  });
  afterAll(() => office.close());

  it.each(['PENDING', 'ACTIVE', 'SPENT', 'EXPIRED', 'REVOKED'] as const)(
    'holds of those that are %s exactly those that the rule calls so',
    async (status) => {
      const document = `{ authorisations(status: ${status}, first: 100) { totalCount nodes { number status } } }`;
      const { data } = await office.ask(document, {}, { caller: staffOf('tax') });
      const expected = ALL.filter((each) => authorisationStatus(each, TODAY) === status);
      expect(expected.length).toBeGreaterThan(0);
      expect(data?.['authorisations']).toEqual({
        totalCount: expected.length,
        nodes: expected
          .map(({ _id: number }) => ({ number, status }))
          .toSorted((a, b) => (a.number < b.number ? 1 : -1)),
      });
    },
  );

  it('goes on behind a cursor and is read by an index, whoever asks', async () => {
    const document = `query ($after: String) { authorisations(first: 10, after: $after) {
      nodes { number } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await office.ask(document, { after }, { caller: staffOf('tax') });
      const page = data?.['authorisations'] as {
        readonly nodes: readonly { readonly number: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
      seen.push(...page.nodes.map(({ number }) => number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.toSorted()).toEqual(ALL.map(({ _id }) => _id).toSorted());
    for (const party of [{ subject: 'x' }, { 'querier.organisation': 'x' }, { 'querier.department': 'x' }]) {
      const plan = authorisationsOf(office.subgraph.database)
        .find({ $or: [party] })
        .sort({ sortOn: -1, _id: -1 });
      expect(JSON.stringify(await plan.explain('queryPlanner'))).toMatch(/IXSCAN/);
    }
  });
});
