import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { entered, ID_NUMBER, openDisclosure, PENALTY, STAFF, write } from './openDisclosure.ts';

const LIST = `query ($first: Int, $after: String) {
  withdrawnPenalties(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id docNo authority withdrawnOn reason }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly docNo: string }[];
}

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

async function withdrawn(
  variables: Record<string, unknown> = {},
  request: Parameters<TestDepartment['ask']>[2] = {},
): Promise<Page> {
  const { data, errors } = await office.ask(LIST, variables, request);
  expect(errors).toBeUndefined();
  return (data as { withdrawnPenalties: Page }).withdrawnPenalties;
}

async function annulled(differing: Record<string, unknown>, note: string, now?: Date): Promise<string> {
  const id = await entered(office, 'penalty', differing);
  await write(office, 'penaltyAnnul', { id, note }, now === undefined ? {} : { now });
  return id;
}

describe('withdrawnPenalties', () => {
  it('say number, authority, day and reason of what was public and is annulled', async () => {
    const id = await annulled({}, '行政复议决定撤销');
    expect(await withdrawn()).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          id,
          docNo: PENALTY.docNo,
          authority: PENALTY.authority,
          withdrawnOn: '2026-06-15',
          reason: 'REVOKED',
        },
      ],
    });
  });

  it.each([
    ['2026-06-12', '2026-06-17', true],
    ['2026-06-09', '2026-06-12', false],
    [null, null, null],
  ])('say by when a decision annulled on %s was to be withdrawn: %s, kept %s', async (annulledOn, due, isKept) => {
    const id = await entered(office, 'penalty');
    await write(office, 'penaltyAnnul', { id, note: '撤销', annulledOn });
    const document = '{ withdrawnPenalties { nodes { annulledOn withdrawalDueOn isWithdrawnInTime } } }';
    expect(await office.ask(document)).toEqual({
      data: { withdrawnPenalties: { nodes: [{ annulledOn, withdrawalDueOn: due, isWithdrawnInTime: isKept }] } },
    });
  });

  it.each(['2026-06-16', '2026-05-31'])(
    'refuse an annulment of %s: ahead, or before the decision',
    async (annulledOn) => {
      const id = await entered(office, 'penalty');
      const { result } = await write(office, 'penaltyAnnul', { id, note: '撤销', annulledOn });
      expect(result).toMatchObject({ id: null, errors: [{ field: 'annulledOn', code: 'DATE_ORDER' }] });
      expect(await withdrawn()).toMatchObject({ totalCount: 0 });
    },
  );

  it('say nothing of what was never public, nor of what still is', async () => {
    await annulled({ docNo: '轻微', categories: ['WARNING'], fine: null }, '撤销');
    const person = { subjectUscc: null, subjectName: '张三', subjectCategory: 'NATURAL_PERSON', legalRep: null };
    await annulled({ docNo: '自然人', ...person }, '撤销');
    // No enterprise was found for it, so the public never saw it.
    await annulled({ docNo: '未关联', subjectUscc: null, subjectName: '没有登记的公司' }, '撤销');
    await entered(office, 'penalty', { docNo: '现行' });
    for (const caller of [undefined, STAFF]) {
      expect(await withdrawn({}, caller === undefined ? {} : { caller })).toMatchObject({ totalCount: 0, nodes: [] });
    }
  });

  it('end with the publicity that the penalty would have had', async () => {
    await annulled({}, '撤销');
    expect(await withdrawn({}, { now: new Date('2027-06-01T04:00:00Z') })).toMatchObject({ totalCount: 1 });
    expect(await withdrawn({}, { now: new Date('2027-06-01T16:00:00Z') })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('ask what the public could see before the annulment, whatever it could see earlier', async () => {
    const id = await entered(office, 'penalty', { docNo: '曾公开' });
    const asPerson = { subjectUscc: null, subjectName: '张三', subjectCategory: 'NATURAL_PERSON', legalRep: null };
    await write(office, 'penaltyCorrect', { id, input: asPerson, note: '当事人是自然人' });
    await write(office, 'penaltyAnnul', { id, note: '撤销' });
    expect(await withdrawn()).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('keep what staff noted for departments, ID numbers masked', async () => {
    await annulled({}, `当事人张三（${ID_NUMBER}）身份有误`);
    expect(await withdrawn()).toMatchObject({ nodes: [{ reason: 'WRONG_ENTRY' }] });
    const notes = '{ withdrawnPenalties { nodes { note } } }';
    const { data, errors } = await office.ask(notes);
    expect(data).toEqual({ withdrawnPenalties: { nodes: [{ note: null }] } });
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('张三');
    expect((await office.ask(notes, {}, { caller: staffOf('tax') })).data).toEqual({
      withdrawnPenalties: { nodes: [{ note: `当事人张三（${'*'.repeat(18)}）身份有误` }] },
    });
  });

  it.each([
    ['FOUND_UNLAWFUL', 'FOUND_UNLAWFUL'],
    [null, 'WRONG_ENTRY'],
  ])('say the reason that staff gave, %s, and else what the note reads: %s', async (reason, said) => {
    const id = await entered(office, 'penalty');
    await write(office, 'penaltyAnnul', { id, note: '误录，撤销', reason });
    expect(await withdrawn()).toMatchObject({ nodes: [{ id, reason: said }] });
  });

  it('are paged, last withdrawn first', async () => {
    await annulled({ docNo: '一' }, '撤销', new Date('2026-06-15T04:00:00Z'));
    await annulled({ docNo: '二' }, '撤销', new Date('2026-06-17T04:00:00Z'));
    await annulled({ docNo: '三' }, '撤销', new Date('2026-06-16T04:00:00Z'));
    const first = await withdrawn({ first: 2 });
    expect(first.nodes.map(({ docNo }) => docNo)).toEqual(['二', '三']);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await withdrawn({ first: 2, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ docNo }) => docNo)).toEqual(['一']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });
});
