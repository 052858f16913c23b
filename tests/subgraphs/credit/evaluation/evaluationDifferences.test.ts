import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { subjectOf, TAX } from '../commitments/commitmentTest.ts';
import { openCredit, OTHER_UNIT, UNIT, WAGES } from '../listTest.ts';
import { entry, followed, registration } from './evaluationTest.ts';

const QUERY = `query ($left: ID = "2025.1", $right: ID = "2026.1", $first: Int, $after: String) {
  evaluationDifferences(left: $left, right: $right, first: $first, after: $after) {
    nodes { subject { uscc } asOf left { grade score } right { grade score } } totalCount
    matrix { left right count } pageInfo { hasNextPage endCursor } } }`;

let credit: TestDepartment;
beforeEach(async () => {
  credit = await openCredit();
  const penalty = { type: 'AdministrativePenalty', sortOn: '2026-01-15' };
  const penalties = (uscc: string, from: number) =>
    [0, 1].map((at) => entry(from + at, { ...penalty, fact: `${uscc}${at}`, uscc }, { severity: 'GENERAL' }));
  await followed(credit, [...penalties(UNIT, 1), ...penalties(OTHER_UNIT, 3), registration(5, 'IN_BUSINESS', 'X')]);
});
afterEach(() => credit.close());

const ask = async (variables: object = {}, caller = TAX) => {
  const { data, errors = [] } = await credit.ask(QUERY, { ...variables }, { caller });
  const found = (data?.['evaluationDifferences'] ?? null) as {
    readonly nodes: readonly object[];
    readonly pageInfo: { readonly endCursor: string };
  } | null;
  return { found, codes: errors.map(({ extensions }) => extensions['code']) };
};

describe('Query.evaluationDifferences', () => {
  it('names the enterprises whose grade differs, and counts all by both grades', async () => {
    const difference = {
      asOf: '2026-06-15',
      left: { grade: 'FAIR', score: 710 },
      right: { grade: 'GOOD', score: 738 },
    };
    expect((await ask()).found).toMatchObject({
      nodes: [
        { subject: { uscc: UNIT }, ...difference },
        { subject: { uscc: OTHER_UNIT }, ...difference },
      ],
      totalCount: 2,
      matrix: [
        { left: 'FAIR', right: 'GOOD', count: 2 },
        { left: 'GOOD', right: 'GOOD', count: 1 },
      ],
    });
    const turned = await ask({ left: '2026.1', right: '2025.1' });
    expect(turned.found?.nodes[0]).toMatchObject({ left: difference.right, right: difference.left });
  });

  it('pages in the order of codes', async () => {
    const first = await ask({ first: 1 });
    expect(first.found).toMatchObject({
      nodes: [{ subject: { uscc: UNIT } }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    const second = await ask({ first: 1, after: first.found?.pageInfo.endCursor });
    expect(second.found).toMatchObject({
      nodes: [{ subject: { uscc: OTHER_UNIT } }],
      pageInfo: { hasNextPage: false },
    });
    const other = await ask({ left: '2026.1', right: '2025.1', after: first.found?.pageInfo.endCursor });
    expect(other.codes).toEqual(['CURSOR_INVALID']);
  });

  it('leaves out who is not evaluated', async () => {
    await followed(credit, [registration(6, 'REVOKED', UNIT)]);
    expect((await ask()).found).toMatchObject({ nodes: [{ subject: { uscc: OTHER_UNIT } }], totalCount: 1 });
  });

  it('leaves out an enterprise with facts on their way, and goes on behind it', async () => {
    await credit.ask(
      'mutation ($input: ListEntryInput!) { listEntryCreate(input: $input) { id errors { field code } } }',
      { input: WAGES },
      { caller: staffOf('credit') },
    );
    const first = await ask({ first: 1 });
    expect(first.found).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const second = await ask({ first: 1, after: first.found?.pageInfo.endCursor });
    expect(second.found).toMatchObject({ nodes: [{ subject: { uscc: OTHER_UNIT } }] });
  });

  it('is for departments, and for models that there are', async () => {
    expect(await ask({}, subjectOf(UNIT))).toEqual({ found: null, codes: ['FORBIDDEN'] });
    expect(await ask({}, { audience: 'OPEN', scopes: new Set() })).toEqual({ found: null, codes: ['FORBIDDEN'] });
    expect((await ask({ left: '1.1' })).codes).toEqual(['VALUE_INVALID']);
  });

  it('is served by its index', async () => {
    const { db } = credit.subgraph.database;
    const plan = await db
      .collection('evaluations')
      .find({ differs: '2025.1|2026.1' })
      .sort({ _id: 1 })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('differs_1__id_1');
    expect(JSON.stringify(plan)).not.toContain('"stage":"SORT"');
  });
});
