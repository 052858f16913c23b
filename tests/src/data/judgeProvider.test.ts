import { judgeProvider } from '../../../src/data/judgeProvider.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';

const CODE = '11350100003604563L';
const ID_NUMBER = citizenIdOf('359999', '19900101', 1);
const OTHERWISE = { name: '市信用办' };

describe('judgeProvider', () => {
  it.each([
    [{}, OTHERWISE],
    [{ providerName: '/', providerUscc: '\u0000' }, OTHERWISE],
    [{ providerName: ' 市税务局\u202E ' }, { name: '市税务局' }],
    [{ providerUscc: CODE }, { uscc: CODE }],
    [
      { providerName: '市税务局', providerUscc: CODE },
      { name: '市税务局', uscc: CODE },
    ],
  ])('reads %j without a remark', (columns, provider) => {
    expect(judgeProvider(columns, OTHERWISE)).toEqual({ provider, flags: [] });
  });

  it('masks a citizen\u2019s number and a mobile number in the name', () => {
    expect(judgeProvider({ providerName: `张三${ID_NUMBER}` }, OTHERWISE)).toEqual({
      provider: { name: `张三${'*'.repeat(18)}` },
      flags: ['PERSONAL_DATA_MASKED'],
    });
    expect(judgeProvider({ providerName: '张三13812341234' }, OTHERWISE).provider).toEqual({ name: '张三138****1234' });
  });

  it('sets aside and flags what it can not take', () => {
    expect(judgeProvider({ providerName: '长'.repeat(201) }, OTHERWISE)).toEqual({
      provider: OTHERWISE,
      flags: ['VALUE_SET_ASIDE'],
      setAside: ['providerName'],
    });
    expect(judgeProvider({ providerName: '市税务局', providerUscc: ID_NUMBER }, OTHERWISE)).toEqual({
      provider: { name: '市税务局' },
      flags: ['VALUE_SET_ASIDE'],
      setAside: ['providerUscc'],
    });
  });
});
