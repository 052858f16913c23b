import { Kind, parse, visit, type ASTVisitor, type ConstDirectiveNode } from 'graphql';
import { composeSupergraph } from '../../gateway/compose.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { gatewaySubgraph } from '../../gateway/limits/gatewaySubgraph.ts';
import { unboundedLists } from './unboundedLists.ts';

const COST_DIRECTIVES = new Set(['cost', 'listSize']);

/** Coordinates of types and fields with the cost directives that stand on them or on their arguments. */
function declaredCosts(sdl: string): readonly string[] {
  const found: string[] = [];
  const place: string[] = [];
  const enter = (node: {
    readonly name: { readonly value: string };
    readonly directives?: readonly ConstDirectiveNode[];
  }) => {
    place.push(node.name.value);
    for (const { name } of node.directives ?? []) {
      if (COST_DIRECTIVES.has(name.value)) found.push(`${place.join('.')} @${name.value}`);
    }
  };
  const leave = (): void => void place.pop();
  const named = { enter, leave };
  const visitor: ASTVisitor = {
    [Kind.OBJECT_TYPE_DEFINITION]: named,
    [Kind.OBJECT_TYPE_EXTENSION]: named,
    [Kind.INTERFACE_TYPE_DEFINITION]: named,
    [Kind.SCALAR_TYPE_DEFINITION]: named,
    [Kind.ENUM_TYPE_DEFINITION]: named,
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: named,
    [Kind.FIELD_DEFINITION]: named,
    [Kind.INPUT_VALUE_DEFINITION]: named,
  };
  visit(parse(sdl, { noLocation: true }), visitor);
  return found;
}

describe('costs', () => {
  it('stand in the composed graph wherever a department declares them', async () => {
    const sources = [...(await loadDepartments()), gatewaySubgraph()];
    const composed = new Set(declaredCosts(composeSupergraph(sources).supergraphSdl));
    const declared = sources.flatMap(({ sdl }) => declaredCosts(sdl));
    expect(declared.length).toBeGreaterThan(100);
    expect(declared.filter((cost) => !composed.has(cost))).toEqual([]);
  });

  it('are known for every list and connection, page or assumed size', async () => {
    for (const { name, schema, sdl } of await loadDepartments()) {
      expect([name, unboundedLists(schema)]).toEqual([name, []]);
      const sized = new Set(declaredCosts(sdl));
      const connections: string[] = [];
      for (const type of parse(sdl, { noLocation: true }).definitions) {
        if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
        for (const field of type.fields ?? []) {
          const returns = field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type;
          if (returns.kind !== Kind.NAMED_TYPE || !returns.name.value.endsWith('Connection')) continue;
          connections.push(`${type.name.value}.${field.name.value} @listSize`);
        }
      }
      expect(connections.filter((coordinate) => !sized.has(coordinate))).toEqual([]);
    }
  });
});
