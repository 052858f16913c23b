import { LISTS, editionOn, listById } from '../../../../subgraphs/credit/lists/listDefinitions.ts';
import { listsOf, LISTS_VERSION, type ListedFact } from '../../../../subgraphs/credit/lists/listsOf.ts';

function fact(type: string, values: ListedFact['values'] = {}, sortOn = '2025-03-03'): ListedFact {
  return { type, sortOn, values, record: { usageScope: 'PUBLIC', polarity: 'NEGATIVE', state: 'ACTIVE' } };
}

describe('the definitions of lists', () => {
  it('have a version that names their text', () => {
    expect(LISTS_VERSION).toMatch(/^[0-9a-f]{12}$/);
  });

  it('are known by their file’s name and stand black ones first', () => {
    expect(LISTS.map(({ kind }) => kind)).toEqual(LISTS.map(({ kind }) => kind).toSorted());
    expect(listById('judgment-defaulters')?.owner.department).toBe('judiciary');
    expect(listById('unheard-of')).toBeUndefined();
  });

  it('keep older editions, chosen by the day of listing', () => {
    const list = listById('serious-violations');
    if (list === undefined) throw new Error('missing');
    const terms = ['2013-01-01', '2021-08-31', '2021-09-01', '', undefined].map((day) => editionOn(list, day).terms[0]);
    expect(terms.map((term) => [term?.months, term?.earlyRemovalMonths])).toEqual([
      [60, null],
      [60, null],
      [36, 12],
      [36, 12],
      [36, 12],
    ]);
  });
});

describe('listsOf', () => {
  it('finds the list of a fact by its type, and of an entry by the list that it names', () => {
    expect(listsOf(fact('JudgmentDefaulter'))).toEqual(['judgment-defaulters']);
    expect(listsOf(fact('SeriousViolationListing'))).toEqual(['serious-violations']);
    expect(listsOf(fact('ListEntry', { listId: 'wage-arrears' }))).toEqual(['wage-arrears']);
  });

  it('finds none for other facts, other types with a listId, and entries of unknown lists', () => {
    expect(listsOf(fact('AdministrativePenalty'))).toEqual([]);
    expect(listsOf(fact('AnnualReport', { listId: 'wage-arrears' }))).toEqual([]);
    expect(listsOf(fact('ListEntry', { listId: 'unheard-of' }))).toEqual([]);
    expect(listsOf(fact('ListEntry'))).toEqual([]);
  });

  it('puts no natural person on a list', () => {
    const { record, ...rest } = fact('JudgmentDefaulter');
    expect(listsOf({ ...rest, record: { ...record, subjectCategory: 'NATURAL_PERSON' } })).toEqual([]);
  });
});
