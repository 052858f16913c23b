import { priceOf } from './priceOf.ts';

describe('what an operation cost', () => {
  for (const [name, query, data, cost] of [
    ['nothing but itself', '{ __typename }', { __typename: 'Query' }, 1],
    ['an object', '{ enterprise(uscc: "1") { name } }', { enterprise: { name: '甲' } }, 1 + 1],
    ['what is missing, once', '{ enterprise(uscc: "1") { officers { name } } }', { enterprise: null }, 1 + 1],
    [
      'a missing list, once',
      '{ enterprise(uscc: "1") { officers { name } } }',
      { enterprise: { officers: null } },
      1 + 1 + 1,
    ],
    [
      'an empty list not at all',
      '{ enterprise(uscc: "1") { officers { name } } }',
      { enterprise: { officers: [] } },
      1 + 1,
    ],
    [
      'each item that was looked up in vain',
      '{ byUscc(usccs: ["1", "2"]) { report { text } } }',
      { byUscc: [null, null] },
      1 + 2,
    ],
    [
      'lists as long as they are',
      '{ enterprises(first: 100) { nodes { officers { name } } } }',
      { enterprises: { nodes: [{ officers: [{ name: '甲' }] }, { officers: [] }] } },
      1 + 1 + 2 + 1,
    ],
    [
      'fields under the names that the caller gave',
      '{ e: enterprise(uscc: "1") { r: report { text } } }',
      { e: { r: { text: '' } } },
      1 + 1 + 7,
    ],
    ['a leaf with a cost', '{ enterprises(first: 0) { totalCount } }', { enterprises: { totalCount: 3 } }, 1 + 1 + 4],
    [
      'arguments once',
      '{ enterprises(first: 0, name: "甲") { nodes { name } } }',
      { enterprises: { nodes: [] } },
      1 + 1 + 3,
    ],
    [
      'what one type of an interface has',
      '{ fact { id ... on Penalty { fines { amount } } ... on Permit { licence { text } } } }',
      { fact: { id: '1', licence: { text: '' } } },
      1 + 1 + 1,
    ],
    [
      'the dearer of two fields under one name',
      '{ fact { ... on Penalty { x: fines { amount } } ... on Permit { x: licence { text } } } }',
      { fact: { x: [{ amount: '1' }, { amount: '2' }] } },
      1 + 1 + 2,
    ],
    [
      'an answer without data, each root field once',
      '{ enterprise(uscc: "1") { officers { name } } fact { id } }',
      null,
      1 + 1 + 1,
    ],
    ['a write', 'mutation { rename(name: "甲") { officers { name } } }', { rename: null }, 10 + 1],
    [
      'the schema itself',
      '{ __schema { types { name } } }',
      { __schema: { types: [{ name: 'A' }, { name: 'B' }] } },
      1 + 50,
    ],
  ] as const) {
    it(`counts ${name}`, () => {
      expect(priceOf(query).actual(data)).toBe(cost);
    });
  }

  it('is never more than the estimate where lists are as declared', () => {
    const price = priceOf('{ enterprises(first: 2) { nodes { report { text } officers { name } } } }');
    const officers = Array.from({ length: 5 }, () => ({ name: '甲' }));
    const node = { report: { text: '' }, officers };
    expect(price.actual({ enterprises: { nodes: [node, node] } })).toBe(price.estimated);
  });
});
