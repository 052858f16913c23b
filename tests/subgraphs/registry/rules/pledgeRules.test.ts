import { shownParty } from '../../../../subgraphs/registry/rules/pledgeRules.ts';

describe('shownParty', () => {
  it.each([
    ['陈小明', 'NATURAL_PERSON', '陈某'],
    ['陈小明', undefined, '陈某'],
    ['阿依古丽·买买提', 'NATURAL_PERSON', '阿某'],
    ['福州投资有限公司', undefined, '福州投资有限公司'],
    ['华为', 'LEGAL_OR_UNINCORPORATED', '华为'],
    ['小明小吃店', 'INDIVIDUAL_HOUSEHOLD', '小明小吃店'],
    [undefined, 'NATURAL_PERSON', null],
  ])('shows %s of category %s as %s', (name, category, shown) => {
    expect(shownParty(name, category)).toBe(shown);
  });
});
