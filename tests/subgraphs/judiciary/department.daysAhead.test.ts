import { bankruptcyCaseRules } from '../../../subgraphs/judiciary/rules/bankruptcyCaseRules.ts';
import { consumptionRestrictionRules } from '../../../subgraphs/judiciary/rules/consumptionRestrictionRules.ts';
import { judgmentDefaulterRules } from '../../../subgraphs/judiciary/rules/judgmentDefaulterRules.ts';
import { judgmentRules } from '../../../subgraphs/judiciary/rules/judgmentRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const TODAY = ruleSetting().today;
const TOMORROW = '2026-06-16';

describe('a fact of the courts', () => {
  it.each([
    ['acceptedOn', bankruptcyCaseRules],
    ['issuedOn', consumptionRestrictionRules],
    ['judgedOn', judgmentRules],
    ['listedOn', judgmentDefaulterRules],
    ['filedOn', judgmentDefaulterRules],
  ])('can have its day %s today and not tomorrow', (day, rules) => {
    expect(rules({ [day]: TODAY }, ruleSetting()).faults).toBeUndefined();
    expect(rules({ [day]: TOMORROW }, ruleSetting()).faults).toMatchObject([
      { field: day, fault: { code: 'DATE_ORDER' } },
    ]);
  });

  it.each([bankruptcyCaseRules, consumptionRestrictionRules, judgmentRules, judgmentDefaulterRules])(
    'can not be published tomorrow',
    (rules) => {
      expect(rules({}, ruleSetting({ publishedOn: TOMORROW })).faults).toMatchObject([
        { field: 'publishedOn', fault: { code: 'DATE_ORDER' } },
      ]);
    },
  );
});
