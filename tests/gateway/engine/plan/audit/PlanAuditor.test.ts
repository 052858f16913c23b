import type { PlanNode } from '@graphql-hive/router-query-planner';
import { Kind, parse } from 'graphql';
import { DepartmentTypes } from '../../../../../gateway/engine/plan/audit/DepartmentTypes.ts';
import { PlanAuditor, type Finding } from '../../../../../gateway/engine/plan/audit/PlanAuditor.ts';
import { composeSmall } from '../../../../kit/openSmallGraph.ts';

const auditor = new PlanAuditor(
  new DepartmentTypes(
    composeSmall({
      goods: {
        sdl: `type Query { good: Good any: Any given: Good @provides(fields: "note") sides: [Side] }
          type Good @key(fields: "code") { code: ID! price(in: String): Int note: String @external }
          union Any = Good | Tool type Tool @key(fields: "code") { code: ID! }
          interface Side { good: Good }
          type Left implements Side { good: Good @provides(fields: "note") } type Right implements Side { good: Good }
          extend type Query { cup: Cup } type Cup implements Named & Sized @key(fields: "code") { code: ID! }
          interface Named @key(fields: "code") { code: ID! } interface Sized @key(fields: "code") { code: ID! }`,
      },
      faces: {
        sdl: `type Named @interfaceObject @key(fields: "code") { code: ID! label: String }
          type Sized @interfaceObject @key(fields: "code") { code: ID! size: Int } type Query { named: Named }`,
      },
      notes: {
        sdl: `type Good @key(fields: "code") { code: ID! note: String @shareable price(in: String): Int @external
          worth: Int @requires(fields: "price(in: \\"EUR\\")") } type Tool @key(fields: "code") { code: ID! use: String }`,
      },
    }),
  ),
);

function audit(query: string, node: PlanNode | undefined): Finding {
  const [definition] = parse(query).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(query);
  return auditor.audit(node, definition);
}

function gapOf(query: string, node: PlanNode | undefined): string | undefined {
  return audit(query, node).gap;
}

const root = (operation: string): PlanNode => ({ kind: 'Fetch', serviceName: 'goods', operation });
const entity = (field: string, type: string, selected: string, sent: readonly object[]): PlanNode => ({
  kind: 'Flatten',
  path: [{ Field: field }],
  node: {
    kind: 'Fetch',
    serviceName: 'notes',
    operation: `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${selected}}}}`,
    requires: [
      { kind: 'InlineFragment', typeCondition: type, selections: [{ kind: 'Field', name: 'code' }, ...(sent as [])] },
    ],
  },
});
const inSequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const price = { kind: 'Field', name: 'price' };

describe('an audit of a plan', () => {
  it('finds nothing where all is brought', () => {
    expect(gapOf('{ good { code } }', root('{good{code}}'))).toBeUndefined();
    const noted = inSequence(root('{good{__typename code}}'), entity('good', 'Good', 'note', []));
    expect(gapOf('{ good { note } }', noted)).toBeUndefined();
    expect(gapOf('{ given { note } }', root('{given{note}}'))).toBeUndefined();
  });

  it('finds what no fetch asks for', () => {
    expect(gapOf('{ good { code } }', undefined)).toBe('Query.good is not brought');
    expect(gapOf('{ good { code note } }', root('{good{code}}'))).toBe('Good.note is not brought');
  });

  it('finds what is asked of a department that can not answer it', () => {
    expect(gapOf('{ good { note } }', root('{good{note}}'))).toBe('Good.note is not brought');
  });

  it.each([
    ['Left', 'Right'],
    ['Right', 'Left'],
  ])('finds what is provided on one way to an object and not on another, %s first', (...sides) => {
    const asked = sides.map((side) => `...on ${side}{good{note}}`).join(' ');
    expect(gapOf('{ sides { good { note } } }', root(`{sides{__typename ${asked}}}`))).toBe('Good.note is not brought');
    expect(
      gapOf('{ sides { ... on Left { good { note } } } }', root('{sides{...on Left{good{note}}}}')),
    ).toBeUndefined();
  });

  it('finds what an entity lacks to be asked for', () => {
    const keyless = inSequence(root('{good{__typename}}'), entity('good', 'Good', 'note', []));
    const typeless = inSequence(root('{good{code}}'), entity('good', 'Good', 'note', []));
    const late: PlanNode = {
      kind: 'Parallel',
      nodes: [root('{good{__typename code}}'), entity('good', 'Good', 'note', [])],
    };
    for (const plan of [keyless, typeless, late])
      expect(gapOf('{ good { note } }', plan)).toBe('Good.note is not brought');
  });

  it('finds what is brought for some types only', () => {
    const plan = inSequence(root('{any{__typename ...on Good{code}}}'), entity('any', 'Tool', 'use', []));
    expect(gapOf('{ any { ... on Tool { use } } }', plan)).toBe('Tool.use is not brought');
    const whole = inSequence(root('{any{__typename ...on Tool{code}}}'), entity('any', 'Tool', 'use', []));
    expect(gapOf('{ any { ... on Tool { use } } }', whole)).toBeUndefined();
  });

  it('finds a requirement that is sent with other arguments, or not at all', () => {
    const worth = (operation: string, sent: readonly object[]) =>
      gapOf('{ good { worth } }', inSequence(root(operation), entity('good', 'Good', 'worth', sent)));
    expect(worth('{good{__typename code price(in:"EUR")}}', [price])).toBeUndefined();
    expect(
      worth('{good{__typename code x: price(in:"EUR")}}', [{ ...price, name: 'x', alias: 'price' }]),
    ).toBeUndefined();
    expect(worth('{good{__typename code price(in:"USD")}}', [price])).toBe('Good.worth is not brought');
    expect(worth('{good{__typename code price(in:"EUR")}}', [])).toBe('Good.worth is not brought');
    const both = [price, { ...price, name: 'x', alias: 'price' }];
    expect(worth('{good{__typename code price(in:"EUR") x: price(in:"USD")}}', both)).toBe('Good.worth is not brought');
  });

  it('finds an entity that would have to be sent under two names at once', () => {
    const cup = (selected: string): PlanNode => ({
      kind: 'Flatten',
      path: [{ Field: 'cup' }],
      node: {
        kind: 'Fetch',
        serviceName: 'faces',
        operation: `query($representations:[_Any!]!){_entities(representations:$representations){${selected}}}`,
        requires: [{ kind: 'InlineFragment', typeCondition: 'Cup', selections: [{ kind: 'Field', name: 'code' }] }],
      },
    });
    const [label, size] = ['...on Named{label}', '...on Sized{size}'];
    const after = (...fetches: PlanNode[]) =>
      gapOf('{ cup { label size } }', inSequence(root('{cup{__typename code}}'), ...fetches));
    expect(after(cup(`${label} ${size}`))).toBe('Cup.label is not brought');
    expect(after(cup(label), cup(size))).toBeUndefined();
  });

  it('finds an object that says the name of an interface only where its own type is needed', () => {
    const named = (selected: string): PlanNode => ({
      kind: 'Fetch',
      serviceName: 'faces',
      operation: `{named{${selected}}}`,
    });
    const typed = (typeCondition: string): PlanNode => ({
      kind: 'Flatten',
      path: [{ Field: 'named' }],
      node: {
        kind: 'Fetch',
        serviceName: 'goods',
        operation: `query($representations:[_Any!]!){_entities(representations:$representations){...on Named{__typename}}}`,
        requires: [{ kind: 'InlineFragment', typeCondition, selections: [{ kind: 'Field', name: 'code' }] }],
      },
    });
    const first = named('__typename kind: __typename code label');
    expect(gapOf('{ named { label } }', first)).toBeUndefined();
    for (const query of [
      '{ named { __typename } }',
      '{ named { kind: __typename } }',
      '{ named { ... on Cup { label } } }',
    ]) {
      expect(gapOf(query, first)).toBe('Cup is known by an interface only');
      // What is sent for cups only is not sent for what is known by an interface.
      expect(gapOf(query, inSequence(first, typed('Cup')))).toBe('Cup is known by an interface only');
      expect(gapOf(query, inSequence(first, typed('Named')))).toBeUndefined();
    }
  });

  it('tells what a department is asked for and does not answer, though another one brings it', () => {
    const twice = inSequence(root('{good{__typename code note}}'), entity('good', 'Good', 'note', []));
    const refused = ['goods does not answer Good.note'];
    expect(audit('{ good { note } }', root('{good{note}}'))).toEqual({ gap: 'Good.note is not brought', refused });
    expect(audit('{ good { note } }', twice).refused).toEqual(refused);
    expect(audit('{ given { note } }', root('{given{note}}')).refused).toEqual([]);
  });

  it('finds a field without arguments that is asked for with some', () => {
    expect(gapOf('{ good { price } }', root('{good{price(in:"EUR")}}'))).toBe('Good.price stands for price(in: "EUR")');
    expect(gapOf('{ good { price } }', root('{good{price}}'))).toBeUndefined();
  });

  it('finds one name that stands for two things', () => {
    const plan: PlanNode = { kind: 'Parallel', nodes: [root('{good{price(in:"EUR")}}'), root('{good{price}}')] };
    expect(gapOf('{ good { price } }', plan)).toBe('Good.price stands for price(in: "EUR") and price()');
  });
});
