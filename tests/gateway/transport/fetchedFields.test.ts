import { parse } from 'graphql';
import { fetchedFields } from '../../../gateway/transport/fetchedFields.ts';

describe('the fields of a fetch', () => {
  it('are its root fields, by the names that the answer has', () => {
    expect(fetchedFields(parse('query($u: ID) { enterprise(u: $u) { a } years: taxYears }'))).toEqual([
      ['enterprise'],
      ['years'],
    ]);
  });

  it('are the fields of the first entity, each once, in a fetch of entities', () => {
    const fetch = `query($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Enterprise { __typename rating: taxRating arrears ... on Enterprise { arrears lists { a } } }
      ... on Person { rating: taxRating }
    } }`;
    expect(fetchedFields(parse(fetch))).toEqual([
      ['_entities', 0, 'rating'],
      ['_entities', 0, 'arrears'],
      ['_entities', 0, 'lists'],
    ]);
  });

  it('are told apart by their aliases where one fetch asks for entities of several places', () => {
    const fetch = `query($a: [_Any!]!, $b: [_Any!]!) {
      one: _entities(representations: $a) { ... on Enterprise { arrears } }
      two: _entities(representations: $b) { ... on Person { rating } }
    }`;
    expect(fetchedFields(parse(fetch))).toEqual([
      ['one', 0, 'arrears'],
      ['two', 0, 'rating'],
    ]);
  });

  it('are none where there is no operation', () => {
    expect(fetchedFields(parse('fragment F on A { b }'))).toEqual([]);
  });
});
