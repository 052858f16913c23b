import { isHousehold } from '../../../../subgraphs/registry/rules/isHousehold.ts';

describe('isHousehold', () => {
  it.each([
    ['92350102MA33K1X74B', undefined, true],
    ['92350102MA33K1X74B', 'LEGAL_OR_UNINCORPORATED', true],
    ['91350100705362917E', undefined, false],
    ['91350100705362917E', 'INDIVIDUAL_HOUSEHOLD', false],
    [undefined, 'INDIVIDUAL_HOUSEHOLD', true],
    [undefined, undefined, false],
  ])('says of code %s and category %s: %s', (uscc, category, expected) => {
    expect(isHousehold(uscc, category)).toBe(expected);
  });
});
