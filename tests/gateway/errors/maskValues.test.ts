import fc from 'fast-check';
import { buildSchema, graphqlSync, Kind, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { maskValues } from '../../../gateway/errors/maskValues.ts';

const schema = buildSchema(`
  enum Status { ACTIVE REVOKED }
  input Filter { name: String! limit: Int status: Status nested: [Filter!] }
  type Query { find(filter: Filter, ids: [ID!], first: Int, rate: Float, exact: Boolean, status: Status): Int }
`);

const TYPES = ['Filter', '[ID!]', 'Int!', 'Float', 'Boolean', 'Status', 'String!', '[[Filter]]'];

/** All that graphql-js says of a value for a variable of a type. */
function saidOfVariable(type: string, value: unknown): readonly string[] {
  const [operation] = parse(`query($v: ${type}) { find }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Not an operation');
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], { v: value });
  return errors.map(({ message }) => message);
}

/** All that graphql-js says of a document. */
function saidOfDocument(source: string): readonly string[] {
  const { errors = [] } = graphqlSync({ schema, source });
  return errors.map(({ message }) => message);
}

const idNumber = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.integer({ min: 19_000_101, max: 20_991_231 }),
    fc.integer({ min: 100, max: 999 }),
    fc.constantFrom(...Array.from('0123456789X')),
  )
  .map((parts) => parts.join(''));
const personName = fc.stringMatching(/^[一-龥]{2,4}$/u);

const TEMPLATES: readonly ((secret: string) => unknown)[] = [
  (secret) => secret,
  (secret) => [secret],
  (secret) => ({ name: secret, limit: secret }),
  (secret) => ({ name: [secret], status: secret }),
  (secret) => ({ [secret]: 1 }),
  (secret) => ({ name: 'x', nested: [{ name: 1, limit: `; Expected ${secret}` }] }),
];

describe('masking the values in messages', () => {
  it('lets no ID number and no name through in anything that graphql-js says of a variable', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TYPES),
        fc.constantFrom(...TEMPLATES),
        idNumber,
        personName,
        (type, template, number, name) => {
          const said = [...saidOfVariable(type, template(number)), ...saidOfVariable(type, template(name))].map(
            maskValues,
          );
          expect(said.filter((text) => text.includes(number))).toEqual([]);
          expect(said.filter((text) => text.includes(number.slice(6, 14)))).toEqual([]);
          expect(said.filter((text) => text.includes(`"${name}"`))).toEqual([]);
        },
      ),
    );
  });

  it('lets no ID number through in anything that graphql-js says of a document', () => {
    const documents: readonly ((secret: string) => string)[] = [
      (secret) => `{ find(first: "${secret}") }`,
      (secret) => `{ find(first: ${secret}) }`,
      (secret) => `{ find(status: a${secret}) }`,
      (secret) => `{ find(filter: { name: 1, a${secret}: 2 }) }`,
      (secret) => `{ a${secret} }`,
      (secret) => `{ find "${secret}" }`,
      (secret) => `{ find(ids: [${secret.replace('X', '1')}.5]) }`,
      (secret) => `query($v: a${secret}) { find(exact: "${secret}", rate: "${secret}") }`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...documents), idNumber, (document, number) => {
        const said = saidOfDocument(document(number)).map(maskValues);
        expect(said.length).toBeGreaterThan(0);
        expect(said.filter((text) => text.includes(number.slice(6, 14)))).toEqual([]);
      }),
    );
  });

  for (const [type, value, expected] of [
    ['Int!', '350102199001011234', 'Variable "$v" got an invalid value; Int cannot represent non-integer value.'],
    ['Status', '张三', 'Variable "$v" got an invalid value; The value does not exist in "Status" enum.'],
    [
      'Filter',
      { limit: 1 },
      'Variable "$v" got an invalid value; Field "name" of required type "String!" was not provided.',
    ],
    [
      'Filter',
      { name: 'x', nmae: 'y' },
      'Variable "$v" got an invalid value; Field "nmae" is not defined by type "Filter". Did you mean "name"?',
    ],
    ['String!', null, 'Variable "$v" of non-null type "String!" must not be null.'],
  ] as const) {
    it(`still says what is wrong: ${expected}`, () => {
      expect(saidOfVariable(type, value).map(maskValues)).toEqual([expected]);
    });
  }

  it('still names fields, types and punctuators of the document', () => {
    const unknown = validate(schema, parse('{ fund }')).map(({ message }) => maskValues(message));
    expect(unknown).toEqual(['Cannot query field "fund" on type "Query". Did you mean "find"?']);
    expect(saidOfDocument('{ find(first: ) }').map(maskValues)).toEqual(['Syntax Error: Unexpected ")".']);
    expect(saidOfDocument('{ find(first: 1，) }').map(maskValues)).toEqual([
      'Syntax Error: Unexpected character: U+FF0C.',
    ]);
    expect(saidOfDocument('{ find(first: "x") }').map(maskValues)).toEqual(['Int cannot represent non-integer value.']);
  });

  it('takes no time to speak of for a message that a caller made long', () => {
    const started = performance.now();
    for (const piece of ['cannot represent ', 'a', '"a" ', '"', '1-', 'got invalid value ; Expected ', 'Value ']) {
      expect(maskValues(piece.repeat(200_000)).length).toBeLessThan(4_000);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('masks a value that is cut off at the end of a long message', () => {
    expect(maskValues(`${'x '.repeat(995)}"张三 ${'a'.repeat(500)}"`)).not.toContain('张三');
  });

  it('masks numbers with separators, telephone numbers and credit codes in any text', () => {
    for (const secret of ['350102 19900101 1234', '138-0591-2345', '91350100M000100Y43', '０１２３４５６７']) {
      expect(maskValues(`index ${secret} dup`)).toBe('index … dup');
    }
  });
});
