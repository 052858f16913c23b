import { ordinalsOf } from '../../../../subgraphs/search/names/ordinalsOf.ts';

describe('ordinalsOf', () => {
  it.each([
    ['第一分公司', '1'],
    ['第1分公司', '1'],
    ['第十二加油站', '12'],
    ['二十三店', '23'],
    ['十分店', '10'],
    ['08号店', '8'],
    ['三门市部', '3'],
    // Numbers that are part of a trade name are characters like others.
    ['三九医药', ''],
    ['五洲商贸', ''],
  ])('reads %s', (name, ordinals) => {
    expect(ordinalsOf(name)).toBe(ordinals);
  });
});
