import { supervisedFields } from '../../../subgraphs/disclosure/rules/supervisedFields.ts';

describe('supervisedFields', () => {
  it.each([
    ['福州市应急管理局', undefined, ['WORK_SAFETY']],
    ['福州市消防救援支队', undefined, ['FIRE']],
    ['福州市市场监督管理局', '《中华人民共和国食品安全法》第一百二十四条', ['FOOD']],
    ['福州市市场监督管理局', '《特种设备安全法》第八十四条', ['SPECIAL_EQUIPMENT']],
    ['福建省药品监督管理局', '《中华人民共和国药品管理法》', ['DRUG']],
    ['福州市食品药品监督管理局', undefined, ['FOOD', 'DRUG']],
    ['福州市生态环境局', '《中华人民共和国水污染防治法》', []],
    [undefined, undefined, []],
  ])('%s citing %s decides in %j', (authority, basis, fields) => {
    expect(supervisedFields(authority, basis)).toEqual(fields);
  });
});
