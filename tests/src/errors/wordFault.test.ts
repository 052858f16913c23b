import { FAULT_CODES, FAULTS } from '../../../src/errors/faults.ts';
import { wordFault } from '../../../src/errors/wordFault.ts';

describe('wordFault', () => {
  it.each([
    ['必填：名称 / required: text, at most 200 characters', '必填：名称', 'required: text, at most 200 characters'],
    ['必填：标识（是 / 否）/ required', '必填：标识（是 / 否）', 'required'],
    ['必填：标识 / required: 是 / 否', '必填：标识', 'required: 是 / 否'],
    ['金额（万元）/ a plain amount in 万元', '金额（万元）', 'a plain amount in 万元'],
    ['是 / 否 (true / false)', '是 / 否 (true / false)', '是 / 否 (true / false)'],
    ['FINE (罚款), OTHER (其他)', 'FINE (罚款), OTHER (其他)', 'FINE (罚款), OTHER (其他)'],
  ])('tells %s in one language', (expected, zh, en) => {
    const fault = { code: 'AMOUNT_INVALID', expected } as const;
    expect([wordFault(fault, 'zh'), wordFault(fault, 'en')]).toEqual([`金额有误（${zh}）`, `not an amount (${en})`]);
  });

  it('has words for every code, Chinese in one language and none in the other', () => {
    for (const code of FAULT_CODES) {
      expect(FAULTS[code].zh).toMatch(/\p{Script=Han}/u);
      expect(FAULTS[code].en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});
