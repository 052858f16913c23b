import { ANONYMOUS } from '../../../../src/identity/Caller.ts';
import { timelineOf } from '../../../../subgraphs/credit/timeline/readableFacts.ts';
import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { commandsOf } from '../../../kit/commands.ts';
import { DEFAULTER, enterListed, GREEN, index, openCredit, UNIT, WAGES } from '../listTest.ts';

const CHECK = `query ($uscc: USCC!, $scene: CheckScene!) { creditCheck(uscc: $uscc, scene: $scene) {
  uscc scene checkedOn conclusion isClear
  binding { ...F } advised { ...F } rights { ...F } } }
  fragment F on CheckFinding { measure { id kind } implementers { department authority } basis { law article }
    entry { list { id } expiresOn } fact { __typename id } }`;

interface Finding {
  readonly measure: { readonly id: string };
}
interface Check {
  readonly conclusion: string;
  readonly isClear: boolean;
  readonly binding: readonly Finding[];
  readonly advised: readonly Finding[];
  readonly rights: readonly Finding[];
}

describe('a check of a unit', () => {
  let credit: TestDepartment;
  const check = async (scene: string, request: object = {}): Promise<Check> => {
    const { data, errors } = await credit.ask(CHECK, { uscc: UNIT, scene }, { caller: staffOf('finance'), ...request });
    expect(errors).toBeUndefined();
    return data?.['creditCheck'] as Check;
  };
  const ids = (findings: readonly Finding[]) => findings.map(({ measure }) => measure.id);
  beforeEach(async () => {
    credit = await openCredit();
  });
  afterEach(() => credit.close());

  it('says expressly that nothing stands against it', async () => {
    expect(await check('PROCUREMENT')).toMatchObject({
      isClear: true,
      checkedOn: '2026-06-15',
      conclusion: 'As of 2026-06-15, nothing stands against this unit in this scene; it may claim 0 right(s).',
      ...{ binding: [], advised: [], rights: [] },
    });
    expect((await check('PROCUREMENT', { locale: 'zh' })).conclusion).toContain('未发现对该单位不利的信息');
  });

  it('names what binds, who acts, the law, and the fact behind it', async () => {
    const id = await enterListed(credit, WAGES);
    expect(await check('PROCUREMENT')).toMatchObject({
      isClear: false,
      binding: [
        {
          measure: { id: 'procurement-ban', kind: 'PUNISH' },
          implementers: [{ department: 'finance', authority: '财政局' }],
          basis: { law: '保障农民工工资支付条例（国务院令第724号）', article: '第四十八条' },
          entry: { list: { id: 'wage-arrears' }, expiresOn: '2028-01-10' },
          fact: { __typename: 'ListEntry', id },
        },
      ],
      advised: [],
    });
  });

  it('tells what is advised from what binds, and another scene from this one', async () => {
    await index(credit, {});
    const financing = await check('FINANCING');
    expect([ids(financing.binding), ids(financing.advised)]).toEqual([[], ['prudent-lending', 'rating-report']]);
    expect(financing.isClear).toBe(false);
    expect(ids((await check('LAND')).binding)).toEqual(['land-limit']);
  });

  it('gives green-channel rights, which stand beside what is against it', async () => {
    await enterListed(credit, GREEN);
    const only = await check('LICENSING');
    expect([only.isClear, ids(only.rights)]).toEqual([true, ['green-channel', 'tolerant-acceptance']]);
    await enterListed(credit, WAGES);
    const both = await check('LICENSING');
    expect([both.isClear, ids(both.binding), ids(both.rights)]).toEqual([
      false,
      ['preference-limit'],
      ['green-channel', 'tolerant-acceptance'],
    ]);
  });

  it('finds nothing behind the last day, nor of a fact that the caller may not see', async () => {
    await enterListed(credit, WAGES);
    expect((await check('PROCUREMENT', { now: new Date('2028-01-11T04:00:00Z') })).isClear).toBe(true);
    await index(credit, { record: { ...DEFAULTER.record, usageScope: 'AUTHORISED_QUERY' } });
    expect(ids((await check('LAND')).binding)).toEqual([]);
    expect(ids((await check('LAND', { caller: staffOf('judiciary') })).binding)).toEqual(['land-limit']);
  });

  it('spreads the court flag of a unit to no person: nothing about persons in any scene, and no name of one', async () => {
    await index(
      credit,
      { values: { ...DEFAULTER.values, legalRepresentative: '欧阳修' } },
      {
        type: 'SeriousViolationListing',
        lists: ['serious-violations'],
      },
    );
    for (const scene of ['APPOINTMENT', 'BORDER', 'EDUCATION', 'CONSUMPTION', 'LICENSING', 'INSPECTION']) {
      const found = await check(scene);
      expect(ids([...found.binding, ...found.advised])).not.toEqual(expect.arrayContaining(['office-limit']));
      expect(JSON.stringify(found)).not.toContain('欧阳');
    }
    expect((await check('APPOINTMENT')).binding).toEqual([]);
    expect(ids((await check('CONSUMPTION')).binding)).toEqual(['consumption-limit']);
  });

  it('is for departments alone', async () => {
    const { errors } = await credit.ask(CHECK, { uscc: UNIT, scene: 'LAND' }, { caller: ANONYMOUS });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('reads the timeline once, and of a unit with many facts its entries alone', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({ _id: `many${at}`, sortOn: `2025-01-01`, lists: [] }));
    await index(credit, { _id: 'listed' }, ...many);
    const sent = await commandsOf(credit, () => check('LAND'));
    expect(sent.filter(({ collection }) => collection === 'timeline')).toHaveLength(1);
    const explained = await timelineOf(credit.subgraph.database)
      .find({ subjectUscc: { $in: [UNIT] }, 'lists.0': { $exists: true } })
      .sort({ subjectUscc: 1, sortOn: -1, _id: -1 })
      .explain('executionStats');
    expect(explained).toMatchObject({ executionStats: { totalDocsExamined: 1 } });
  });
});
