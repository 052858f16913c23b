import { Decimal128 } from 'mongodb';
import { capital } from '../../../../src/data/fields/capital.ts';

const field = capital({ title: '注册资本', description: 'Capital.' }, 'currency');

describe('a field for a registered capital', () => {
  it.each(['0', '0.00', '1000000.00', '1E+6'])('takes %s of a mutation as it is', (amount) => {
    expect(field.judge(Decimal128.fromString(amount))).toEqual({ value: Decimal128.fromString(amount) });
  });

  it.each(['-5.00', '-0.01', '-1E+6', 'NaN', 'Infinity', '-Infinity'])('refuses %s', (amount) => {
    expect(field.judge(Decimal128.fromString(amount))).toMatchObject({ fault: { code: 'AMOUNT_INVALID' } });
  });

  it('refuses a negative amount of a file', () => {
    expect(field.judge('-5万元人民币')).toMatchObject({ fault: { code: 'AMOUNT_INVALID' } });
    expect(field.judge('5万美元')).toMatchObject({ also: { currency: 'USD' } });
  });
});
