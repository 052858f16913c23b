import { capital } from '../../../../src/data/fields/capital.ts';
import { rows } from '../../../../src/data/fields/rows.ts';
import { text } from '../../../../src/data/fields/text.ts';
import { citizenIdOf } from '../../values/citizenIdOf.ts';

const ID_NUMBER = citizenIdOf('359999', '19900101', 1);
const WORDS = { title: '股东', description: 'Shareholders.' };
const field = rows(
  WORDS,
  { name: text(WORDS, 40, { required: true }), amount: capital({ title: '出资', description: 'Amount.' }, 'currency') },
  2,
);

describe('rows', () => {
  it('carry the remarks on all values of all rows', () => {
    expect(field.judge(JSON.stringify([{ name: '甲', amount: '100万' }, { name: `乙${ID_NUMBER}` }]))).toMatchObject({
      value: [{ name: '甲' }, { name: `乙${'*'.repeat(18)}` }],
      flags: ['CURRENCY_ASSUMED', 'PERSONAL_DATA_MASKED'],
    });
  });

  it('have no remarks where there are none', () => {
    expect(field.judge([{ name: '甲' }])).toEqual({ value: [{ name: '甲' }] });
    expect(field.judge([])).toEqual({ value: [] });
  });

  it.each(['no list', '{}', '[1]', '[{"amount":"1万人民币"}]', '[{"name":"甲"},{"name":"乙"},{"name":"丙"}]'])(
    'refuse %s',
    (given) => {
      expect(field.judge(given)).toMatchObject({ fault: { code: 'LIST_INVALID' } });
    },
  );
});
