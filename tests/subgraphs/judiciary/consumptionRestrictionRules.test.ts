import {
  consumptionRestrictionRules,
  type RestrictionValues,
} from '../../../subgraphs/judiciary/rules/consumptionRestrictionRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const order = { caseNo: '(2026)闽0102执7号', restrictedPerson: '欧阳修', issuedOn: '2026-03-02' };
const faultsOf = (values: RestrictionValues) =>
  consumptionRestrictionRules(values, ruleSetting()).faults?.map(({ field, fault }) => [field, fault.code]);

describe('a consumption restriction (法释〔2015〕17号)', () => {
  it('is public from its issue, without a term and without a severity', () => {
    const verdict = consumptionRestrictionRules(order, ruleSetting());
    expect(verdict).toMatchObject({ decidedOn: '2026-03-02', usageScope: 'PUBLIC', flags: [] });
    expect(verdict.publicity).toEqual({ from: '2026-03-02', rule: expect.stringContaining('17号') as unknown });
    expect(verdict.severity).toBeUndefined();
  });

  it('is no more public on the day on which it is lifted', () => {
    const verdict = consumptionRestrictionRules({ ...order, liftedOn: '2026-06-01' }, ruleSetting());
    expect(verdict.publicity).toMatchObject({ until: '2026-05-31', endedOn: '2026-06-01' });
  });

  it('waits for the end of a grace period', () => {
    const verdict = consumptionRestrictionRules({ ...order, gracePeriodUntil: '2026-05-31' }, ruleSetting());
    expect(verdict.publicity?.from).toBe('2026-06-01');
    expect(faultsOf({ ...order, gracePeriodUntil: '2026-06-03' })).toEqual([['gracePeriodUntil', 'DATE_INVALID']]);
  });

  it('can not be lifted before it was issued', () => {
    expect(faultsOf({ ...order, liftedOn: '2026-03-01' })).toEqual([['liftedOn', 'DATE_ORDER']]);
  });

  it('keeps nothing of the person in its key but what the public may see', () => {
    expect(consumptionRestrictionRules(order, ruleSetting()).values).toEqual({
      caseKey: '(2026)闽0102执7号',
      personKey: '欧阳某',
    });
  });

  it('without any day is for departments only', () => {
    expect(consumptionRestrictionRules({ caseNo: order.caseNo }, ruleSetting())).toMatchObject({
      usageScope: 'GOV_SHARED',
      flags: ['WINDOW_UNKNOWN'],
    });
  });

  it('against a natural person alone is by authorisation only', () => {
    const subject = { name: '张三', category: 'NATURAL_PERSON' };
    expect(consumptionRestrictionRules(order, ruleSetting({ subject })).usageScope).toBe('AUTHORISED_QUERY');
  });
});
