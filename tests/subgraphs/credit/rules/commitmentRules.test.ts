import type { RuleSetting } from '../../../../src/data/FactCollection.ts';
import { commitmentRules, type CommitmentValues } from '../../../../subgraphs/credit/rules/commitmentRules.ts';

const PROMISE: CommitmentValues = {
  code: '35010020260301000001',
  kind: 'APPROVAL_REPLACING',
  promisedOn: '2026-03-01',
  fulfilment: 'IN_PROGRESS',
  publicity: 'PUBLIC',
};
const BROKEN: CommitmentValues = {
  ...PROMISE,
  fulfilment: 'PARTIAL',
  unperformed: '未补齐材料',
  liabilityPursued: '撤销许可',
  confirmedOn: '2026-05-20',
};

function setting(differing: Partial<RuleSetting> = {}): RuleSetting {
  const subject = { name: '福州测试有限公司', uscc: '91350100705362917E', category: 'LEGAL_OR_UNINCORPORATED' };
  return { today: '2026-06-15', publishedOn: undefined, neverHas: new Set(), subject, ...differing };
}
function faultsOf(values: CommitmentValues, differing?: Partial<RuleSetting>): string[] {
  const { faults = [] } = commitmentRules(values, setting(differing));
  return faults.map(({ field, fault }) => `${field} ${fault.code}`);
}

describe('a commitment', () => {
  it.each([
    ['is neutral and public from its day while it is being performed', {}, 'PUBLIC', undefined],
    [
      'is trustworthy conduct once all was performed',
      { fulfilment: 'FULL', confirmedOn: '2026-05-20' },
      'PUBLIC',
      'POSITIVE',
    ],
    ['is shared where only some may see it', { publicity: 'GOV_SHARED' }, 'GOV_SHARED', undefined],
    [
      'is asked for by authorisation where nobody may',
      { publicity: 'AUTHORISED_QUERY' },
      'AUTHORISED_QUERY',
      undefined,
    ],
  ] as const)('%s', (_what, differing, usageScope, polarity) => {
    const verdict = commitmentRules({ ...PROMISE, ...differing }, setting());
    expect(verdict).toMatchObject({ decidedOn: '2026-03-01', usageScope, publicity: { from: '2026-03-01' } });
    expect([verdict.polarity, verdict.severity, verdict.publicity?.until]).toEqual([polarity, undefined, undefined]);
  });

  it('that was withdrawn is public up to the day before', () => {
    const { publicity } = commitmentRules({ ...PROMISE, endedOn: '2026-05-01', endCause: 'WITHDRAWN' }, setting());
    expect(publicity).toMatchObject({ until: '2026-04-30', endedOn: '2026-05-01' });
  });

  it.each([
    ['PARTIAL', '2026-03-31', '2026-06-30', '2029-03-31'],
    ['NONE', '2026-04-01', '2026-07-01', '2027-04-01'],
  ])(
    'performed %s is a general dishonest act with the term of the regime of %s',
    (fulfilment, confirmedOn, minimumUntil, until) => {
      const verdict = commitmentRules({ ...BROKEN, fulfilment, confirmedOn }, setting());
      expect(verdict).toMatchObject({
        decidedOn: confirmedOn,
        polarity: 'NEGATIVE',
        severity: 'GENERAL',
        usageScope: 'PUBLIC',
      });
      expect(verdict.publicity).toMatchObject({ from: confirmedOn, minimumUntil, until });
    },
  );

  it('whose breach nobody dates stays among departments, unless it was published', () => {
    const { confirmedOn, ...undated } = BROKEN;
    expect(confirmedOn).toBe('2026-05-20');
    expect(commitmentRules(undated, setting())).toMatchObject({ usageScope: 'GOV_SHARED', flags: ['WINDOW_UNKNOWN'] });
    expect(commitmentRules({ ...undated, publicity: 'AUTHORISED_QUERY' }, setting()).usageScope).toBe(
      'AUTHORISED_QUERY',
    );
    const published = commitmentRules(undated, setting({ publishedOn: '2026-05-21' }));
    expect(published).toMatchObject({ usageScope: 'PUBLIC', publicity: { from: '2026-05-21' } });
  });

  it('found false is dishonest from that day, whatever was performed', () => {
    const verdict = commitmentRules(
      { ...PROMISE, fulfilment: 'FULL', foundFalseOn: '2026-06-01', falseFinder: '税务局' },
      setting(),
    );
    expect(verdict).toMatchObject({ decidedOn: '2026-06-01', polarity: 'NEGATIVE', severity: 'GENERAL' });
  });
});

describe('a commitment is refused', () => {
  const person = { name: '张三', category: 'NATURAL_PERSON' };
  it.each([
    ['of another kind without saying which', { kind: 'OTHER' }, ['kindOther REQUIRED_MISSING']],
    [
      'without what was not performed',
      { fulfilment: 'NONE' },
      ['unperformed REQUIRED_MISSING', 'liabilityPursued REQUIRED_MISSING'],
    ],
    [
      'with what was not performed though all was',
      { fulfilment: 'FULL', unperformed: '无' },
      ['unperformed NOT_APPLICABLE'],
    ],
    ['that is found tomorrow', { fulfilment: 'FULL', confirmedOn: '2026-06-16' }, ['confirmedOn DATE_ORDER']],
    ['that ends before it begins', { validUntil: '2026-02-28' }, ['validUntil DATE_ORDER']],
    ['numbered by a day ahead', { code: '35010020260616000001' }, ['code DATE_ORDER']],
    ['found false by nobody', { foundFalseOn: '2026-06-01' }, ['falseFinder REQUIRED_MISSING']],
    ['ended without a cause', { endedOn: '2026-06-01' }, ['endCause REQUIRED_MISSING']],
    [
      'taken back though it was judged',
      { fulfilment: 'FULL', endedOn: '2026-06-01', endCause: 'WITHDRAWN' },
      ['endedOn NOT_APPLICABLE'],
    ],
    ['of a unit with the number of a person', { idNo: '1' }, ['idNo PERSONAL_DATA']],
    ['in a matter of ecology', { matter: 'ECOLOGY' }, ['matter PROMISE_FORBIDDEN']],
  ])('%s', (_what, differing, faults) => {
    expect(faultsOf({ ...PROMISE, ...differing })).toEqual(faults);
  });

  it('without name or category of the promiser, unless the source never has them', () => {
    const subject = { uscc: '91350100705362917E' };
    expect(faultsOf(PROMISE, { subject })).toEqual([
      'subjectName REQUIRED_MISSING',
      'subjectCategory REQUIRED_MISSING',
    ]);
    expect(faultsOf(PROMISE, { subject, neverHas: new Set(['subjectName', 'subjectCategory']) })).toEqual([]);
  });

  it('of a person with the code of a unit, and not with a number of its own', () => {
    expect(faultsOf(PROMISE, { subject: { ...person, uscc: '91350100705362917E' } })).toEqual([
      'subjectUscc PERSONAL_DATA',
    ]);
    expect(faultsOf({ ...PROMISE, idNo: '1' }, { subject: person })).toEqual([]);
  });

  it.each(['CREDIT_REPAIR', 'TRADE_DISCIPLINE', 'VOLUNTARY'])(
    'in no matter where it is %s, which replaces no procedure',
    (kind) => {
      expect(faultsOf({ ...PROMISE, kind, matter: 'HIGH_RISK' })).toEqual([]);
    },
  );

  it('on no day before its boundary: today, and the day of the promise itself, are in order', () => {
    const today = '2026-06-15';
    const values = { ...PROMISE, promisedOn: today, validUntil: today, confirmedOn: today, fulfilment: 'FULL' };
    expect(faultsOf({ ...values, code: '35010020260615000001' })).toEqual([]);
  });
});
