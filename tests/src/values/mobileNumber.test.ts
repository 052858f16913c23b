import { mobileNumbersIn } from '../../../src/values/mobileNumber.ts';

it('gives the place and the digits of every mobile number, a plus included', () => {
  const text = '甲＋86 138-1234-1234，13912345678乙';
  const found = mobileNumbersIn(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['＋86 138-1234-1234', '13912345678']);
  expect(found.map(({ digits }) => digits)).toEqual(['8613812341234', '13912345678']);
});

it.each(['', '12345678901', '93812341234', '138123412345', '1998-2018-003'])('finds none in %j', (text) => {
  expect(mobileNumbersIn(text)).toEqual([]);
});
