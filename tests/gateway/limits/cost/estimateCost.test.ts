import { priceOf } from './priceOf.ts';

const fragments = 'fragment Named on Enterprise { name officers { name } }';

describe('what an operation may cost', () => {
  for (const [name, query, variables, cost] of [
    ['an operation that asks for nothing of substance', '{ __typename }', {}, 1],
    ['leaves', '{ enterprise(uscc: "1") { uscc name formerNames } }', {}, 1 + 1],
    ['an object in an object', '{ enterprise(uscc: "1") { report { text } } }', {}, 1 + 1 + 7],
    ['a list of an assumed size', '{ enterprise(uscc: "1") { officers { name } } }', {}, 1 + 1 + 5],
    [
      'the same field under two names',
      '{ a: enterprise(uscc: "1") { name } b: enterprise(uscc: "2") { name } }',
      {},
      3,
    ],
    [
      'a field that is asked twice under one name',
      '{ enterprise(uscc: "1") { name } enterprise(uscc: "1") { uscc } }',
      {},
      2,
    ],
    ['a page by default', '{ enterprises { nodes { name } } }', {}, 1 + 1 + 20],
    ['a page of a given size', '{ enterprises(first: 3) { nodes { officers { name } } } }', {}, 1 + 1 + 3 * 6],
    ['edges with their nodes', '{ enterprises(first: 3) { edges { node { name } } } }', {}, 1 + 1 + 3 * 2],
    ['the rest of a page', '{ enterprises(first: 0) { pageInfo { hasNextPage } totalCount } }', {}, 1 + 1 + 1 + 4],
    ['an argument with a cost', '{ enterprises(first: 1, name: "甲") { nodes { name } } }', {}, 1 + 1 + 3 + 1],
    ['a page by variable', 'query ($n: Int) { enterprises(first: $n) { nodes { name } } }', { n: 7 }, 1 + 1 + 7],
    ['a variable without value', 'query ($n: Int) { enterprises(first: $n) { nodes { name } } }', {}, 1 + 1 + 20],
    [
      'a variable that is null',
      'query ($n: Int) { enterprises(first: $n) { nodes { name } } }',
      { n: null },
      1 + 1 + 20,
    ],
    ['the default of a variable', 'query ($n: Int = 4) { enterprises(first: $n) { nodes { name } } }', {}, 1 + 1 + 4],
    ['a page of less than nothing', '{ enterprises(first: -5) { nodes { name } } }', {}, 1 + 1],
    ['the larger of two slicing arguments', '{ latest(first: 2, last: 9) { id } }', {}, 1 + 9],
    ['the default of one slicing argument', '{ latest { id } }', {}, 1 + 5],
    ['as many rows as codes are asked for', '{ byUscc(usccs: ["1", "2", "3"]) { name } }', {}, 1 + 3],
    ['one code in place of a list', '{ byUscc(usccs: "1") { name } }', {}, 1 + 1],
    ['codes by variable', 'query ($c: [String!]!) { byUscc(usccs: $c) { name } }', { c: ['1', '2'] }, 1 + 2],
    [
      'codes beyond the assumed size',
      'query ($c: [String!]!) { byUscc(usccs: $c) { name } }',
      { c: Array<string>(500).fill('1') },
      101,
    ],
    ['the items of two lists together', '{ links(orgCodes: ["1", "2"], names: ["甲"]) { name } }', {}, 1 + 3],
    ['no list given', '{ links { name } }', {}, 1],
    ['a list whose size nobody declares', '{ anything { name } }', {}, 1 + 100],
    ['a type with a cost', '{ search(text: "甲") { score enterprise { name } } }', {}, 1 + 5 * (10 + 1)],
    [
      'the dearest type of an interface',
      '{ fact { id ... on Penalty { fines { amount } } ... on Permit { licence { text } } } }',
      {},
      1 + 1 + 3,
    ],
    [
      'what all types have, and one type more',
      '{ fact { subject { name } ... on Permit { licence { text } } } }',
      {},
      1 + 1 + 1 + 1,
    ],
    ['an interface alone', '{ fact { id subject { name } } }', {}, 1 + 1 + 1],
    ['fragments', `{ enterprise(uscc: "1") { ...Named report { text } } } ${fragments}`, {}, 1 + 1 + 5 + 7],
    ['a fragment that is spread twice', `{ enterprise(uscc: "1") { ...Named ...Named } } ${fragments}`, {}, 1 + 1 + 5],
    ['what a directive leaves out', '{ enterprise(uscc: "1") { officers @skip(if: true) { name } } }', {}, 1 + 1],
    [
      'what a variable takes in',
      'query ($a: Boolean!) { enterprise(uscc: "1") { officers @include(if: $a) { name } } }',
      { a: true },
      1 + 1 + 5,
    ],
    [
      'what a variable leaves out',
      'query ($a: Boolean!) { enterprise(uscc: "1") { officers @include(if: $a) { name } } }',
      { a: false },
      1 + 1,
    ],
    ['a write', 'mutation { rename(name: "甲") { name } }', {}, 10 + 1],
    ['the schema itself', '{ __schema { types { fields { name } } } }', {}, 1 + 50],
    ['one type of the schema', '{ __type(name: "Enterprise") { fields { name } } }', {}, 1 + 5],
  ] as const) {
    it(`counts ${name}`, () => {
      expect(priceOf(query, variables).estimated).toBe(cost);
    });
  }

  it('multiplies lists inside each other', () => {
    const query = '{ enterprises(first: 50) { nodes { facts(first: 40) { subject { officers { name } } } } } }';
    expect(priceOf(query).estimated).toBe(1 + 1 + 50 * (1 + 40 * (1 + 1 + 5)));
  });

  it('stays a number that JSON can hold however large the lists are', () => {
    const inner = 'facts(first: 2147483647) { subject { facts(first: 2147483647) { subject { name } } } }';
    expect(priceOf(`{ enterprise(uscc: "1") { ${inner} } }`).estimated).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('does not multiply its own work where fragments stand in interfaces in each other', () => {
    const level = (inner: string): string => `fact: facts(first: 1) {
      subject { ${inner} } ... on Penalty { fines { amount } } ... on Permit { licence { text } }
    }`;
    const query = Array.from({ length: 60 }).reduce<string>(level, 'name');
    expect(priceOf(`{ enterprise(uscc: "1") { ${query} } }`).estimated).toBe(1 + 1 + 60 * (1 + 1 + 3));
  });
});
