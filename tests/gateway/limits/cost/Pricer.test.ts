import { parse } from 'graphql';
import { Pricer } from '../../../../gateway/limits/cost/Pricer.ts';
import { TOY_GRAPH } from './priceOf.ts';

describe('a pricer', () => {
  const pricer = new Pricer(TOY_GRAPH);

  it('prices the operation that is asked of several', () => {
    const document = parse('query A { enterprise(uscc: "1") { name } } query B { enterprises { nodes { name } } }');
    const estimated = (operationName: string) =>
      pricer.priceOf({ document, operationName, variables: undefined })?.estimated;
    expect([estimated('A'), estimated('B'), estimated('A')]).toEqual([2, 22, 2]);
  });

  it('keeps the variants of one document apart', () => {
    const document = parse(
      'query ($a: Boolean!, $n: Int) { enterprises(first: $n) { nodes @include(if: $a) { name } } }',
    );
    const estimated = (variables: object) =>
      pricer.priceOf({ document, operationName: null, variables: { ...variables } })?.estimated;
    expect([estimated({ a: true, n: 5 }), estimated({ a: false, n: 5 }), estimated({ a: true, n: 9 })]).toEqual([
      7, 2, 11,
    ]);
  });

  it('gives no price where the variables are wrong, since the operation will be refused', () => {
    const document = parse('query ($n: Int!) { enterprises(first: $n) { nodes { name } } }');
    for (const variables of [undefined, { n: null }, { n: '350102199001011234' }]) {
      expect(pricer.priceOf({ document, operationName: null, variables })).toBeUndefined();
    }
  });

  it('takes a graph without declarations as one of plain objects', () => {
    const plain = new Pricer('type Query { a: A } type A { b: [A] c: String }');
    const document = parse('{ a { b { c } } }');
    expect(plain.priceOf({ document, operationName: null, variables: {} })?.estimated).toBe(1 + 1 + 100);
  });
});
