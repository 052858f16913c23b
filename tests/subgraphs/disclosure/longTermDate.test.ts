import { longTermDate } from '../../../subgraphs/disclosure/collections/longTermDate.ts';

const field = longTermDate({ title: '有效期至', description: 'Last day.' }, { required: true });

describe('longTermDate', () => {
  it.each(['长期', '永久有效', '2099-12-31', '2099/12/31', '20991231', '9999-12-31'])('takes %s for no end', (text) => {
    expect(field.judge(text)).toEqual({ value: '2099-12-31' });
  });

  it('reads days, and refuses what is none', () => {
    expect(field.judge('2031年5月31日')).toEqual({ value: '2031-05-31' });
    expect(field.judge('很久')).toMatchObject({ fault: { code: 'DATE_INVALID' } });
    expect(field.required).toBe(true);
  });
});
