import { inputFaults } from '../../../src/data/inputFaults.ts';
import { toyFacts } from './toyFacts.ts';

describe('inputFaults', () => {
  it('names optional values that can not be taken, of the fact and of its envelope', () => {
    const input = { amount: '-1', content: '长'.repeat(201), subjectCategory: 'NOBODY', publishedOn: '2026-02-30' };
    expect(inputFaults(toyFacts, input).map(({ field, fault }) => [field, fault.code])).toEqual([
      ['content', 'TEXT_TOO_LONG'],
      ['amount', 'AMOUNT_INVALID'],
      ['subjectCategory', 'CODE_UNKNOWN'],
      ['publishedOn', 'DATE_INVALID'],
    ]);
  });

  it('leaves out what is not given, what is taken out, and what is required and judged with the whole fact', () => {
    expect(inputFaults(toyFacts, { amount: null, content: ' ', noticedOn: '2026-02-30', number: '1' })).toEqual([]);
  });
});
