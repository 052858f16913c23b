import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, entered, openDisclosure, PENALTY, STAFF, write } from './openDisclosure.ts';
import { NOTHING, seen, THE_ONE } from './seenPenalties.ts';

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

describe('a penalty', () => {
  it('is corrected as a whole: a graver category lengthens its window, the day of decision stays', async () => {
    const id = await entered(office, 'penalty');
    const input = { categories: ['FINE', 'REVOKE_LICENCE'], revokedCert: '排污许可证 91350100' };
    const { result } = await write(office, 'penaltyCorrect', { id, input, note: '漏填处罚类别', expectedRevision: 1 });
    expect(result).toMatchObject({ id, revision: 2, changed: true, errors: [] });
    const { data } = await office.ask(
      `query ($id: ID!) { penalty(id: $id) { decidedOn fine categories publicationStatus record { severity revision publicity { until } } } }`,
      { id },
    );
    expect(data?.['penalty']).toEqual({
      decidedOn: '2026-06-01',
      fine: '120000.00',
      categories: ['FINE', 'REVOKE_LICENCE'],
      publicationStatus: 'LATE',
      record: { severity: 'SERIOUS', revision: 2, publicity: { until: '2029-06-01' } },
    });
  });

  it('keeps the day on which it became public through every correction', async () => {
    const id = await entered(office, 'penalty', {}, { now: new Date('2026-06-10T02:00:00Z') });
    await write(office, 'penaltyCorrect', { id, input: { remark: '一' }, note: '补充' });
    await write(office, 'penaltyCorrect', { id, input: { remark: '二' }, note: '补充' });
    const { data } = await office.ask(
      `query ($id: ID!) { penalty(id: $id) { publicationStatus record { revision } } }`,
      { id },
    );
    expect(data?.['penalty']).toEqual({ publicationStatus: 'ON_TIME', record: { revision: 3 } });
  });

  it('becomes public late where only a correction says how grave it is', async () => {
    const id = await entered(
      office,
      'penalty',
      { categories: ['WARNING'], fine: null },
      { now: new Date('2026-06-02T02:00:00Z') },
    );
    const status = async () => {
      const { data } = await office.ask(
        `query ($id: ID!) { penalty(id: $id) { publicationStatus } }`,
        { id },
        { caller: STAFF },
      );
      return (data?.['penalty'] as { publicationStatus: string | null }).publicationStatus;
    };
    expect(await status()).toBeNull();
    await write(office, 'penaltyCorrect', { id, input: { categories: ['FINE'], fine: '1000.00' }, note: '类别有误' });
    expect(await status()).toBe('LATE');
  });

  it('is hidden from everybody once it is annulled, and can not be changed any more', async () => {
    const id = await entered(office, 'penalty');
    expect((await write(office, 'penaltyAnnul', { id, note: '复议撤销' })).result).toMatchObject({ revision: 2 });
    expect(await seen(office, {}, id)).toEqual(NOTHING);
    expect(await seen(office, { caller: STAFF }, id)).toEqual(NOTHING);
    const again = await write(office, 'penaltyCorrect', { id, input: { remark: '一' }, note: '补充' });
    expect(again.codes).toEqual(['FACT_UNKNOWN']);
  });

  it.each([
    ['the public', ANONYMOUS],
    ['another department', staffOf('tax')],
    [
      'a reader here',
      { audience: 'INTERNAL', department: 'disclosure', scopes: new Set(['disclosure:permit:write']) } as const,
    ],
  ])('can not be written by %s, and nothing changes', async (_who, caller) => {
    const id = await entered(office, 'penalty');
    const before = await documentsIn(office);
    const deeds = [
      write(office, 'penaltyCreate', { input: { ...PENALTY, docNo: '另一号' } }, { caller }),
      write(office, 'penaltyCorrect', { id, input: { fine: '1.00' }, note: '改' }, { caller }),
      write(office, 'penaltyAnnul', { id, note: '删' }, { caller }),
    ];
    for (const { result, codes } of await Promise.all(deeds)) expect([result, codes]).toEqual([null, ['FORBIDDEN']]);
    expect(await documentsIn(office)).toEqual(before);
    expect(await seen(office, {}, id)).toEqual(THE_ONE);
  });

  it('is refused field by field where the template is not kept, and then nothing is written', async () => {
    const input = { ...PENALTY, docNo: null, categories: [], decidedOn: '2026-06-16' };
    const { result } = await write(office, 'penaltyCreate', { input });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'docNo', code: 'REQUIRED_MISSING' }] });
    const late = await write(office, 'penaltyCreate', { input: { ...input, docNo: '一号' } });
    expect(late.result?.errors).toMatchObject([
      { field: 'decidedOn', code: 'DATE_ORDER' },
      { field: 'categories', code: 'REQUIRED_MISSING' },
    ]);
    expect(Object.values(await documentsIn(office))).toEqual([0, 0, 0, 0, 0]);
  });

  it('says the same when it is entered twice', async () => {
    const id = await entered(office, 'penalty');
    const again = await write(office, 'penaltyCreate', { input: PENALTY }, { now: new Date('2027-01-01T00:00:00Z') });
    expect(again.result).toMatchObject({ id, revision: 1, changed: false });
  });
});
