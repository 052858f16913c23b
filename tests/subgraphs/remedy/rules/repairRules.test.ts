import { judgeFact } from '../../../../src/data/judgeFact.ts';
import { repairs } from '../../../../subgraphs/remedy/collections/repairs.ts';

const PAPER = { name: '缴款凭证', digest: 'ab'.repeat(32) };
const ROW = {
  subjectUscc: '91350100M000100Y43',
  applicationNo: 'XF-1',
  targetFact: 'f',
  targetType: 'AdministrativePenalty',
  targetDepartment: 'disclosure',
  targetKind: 'PENALTY',
  status: 'SUBMITTED',
  filedOn: '2026-06-01',
  submittedOn: '2026-06-01',
  evidence: [PAPER],
  promise: [PAPER],
};

function judged(change: Readonly<Record<string, unknown>> = {}) {
  const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
  return judgeFact(repairs, { ...ROW, ...change }, setting);
}

describe('an application for repair', () => {
  it('is known to the applicant and the credit office until it is forwarded, then shared among departments', () => {
    expect(judged()).toMatchObject({ draft: { usageScope: 'AUTHORISED_QUERY', decidedOn: '2026-06-01' } });
    expect(judged({ status: 'FORWARDED', forwardedOn: '2026-06-03' })).toMatchObject({
      draft: { usageScope: 'GOV_SHARED' },
    });
  });

  it.each([
    ['no promise letter', { promise: null }, 'promise'],
    ['no proof', { evidence: [] }, 'evidence'],
    ['no day', { submittedOn: null }, 'submittedOn'],
    ['a digest that is none', { evidence: [{ name: 'x', digest: 'AB' }] }, 'evidence'],
    ['an owner that is no name of a department', { targetDepartment: 'tax(x:1)' }, 'targetDepartment'],
    ['a day ahead', { ruledOn: '2026-06-16' }, 'ruledOn'],
  ])('is refused with %s', (_what, change, field) => {
    const verdict = judged(change);
    expect('faults' in verdict ? verdict.faults.map((each) => each.field) : []).toEqual([field]);
  });

  it('may be begun without papers', () => {
    const draft = { status: 'DRAFT', promise: null, evidence: null, submittedOn: null };
    expect(judged(draft)).toHaveProperty('draft');
  });
});
