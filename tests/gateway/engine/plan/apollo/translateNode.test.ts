import type { PlanNode } from '@apollo/query-planner';
import { translateNode } from '../../../../../gateway/engine/plan/apollo/translateNode.ts';
import { PlanError } from '../../../../../gateway/engine/plan/PlanError.ts';

const fetch = {
  kind: 'Fetch',
  serviceName: 'goods',
  operation:
    'query($representations:[_Any!]!){_entities(representations:$representations){...on Good{price__alias_0:price}}}',
  operationName: undefined,
  operationKind: 'query',
  requires: [{ kind: 'InlineFragment', typeCondition: 'Good', selections: [{ kind: 'Field', name: 'code' }] }],
  inputRewrites: [{ kind: 'ValueSetter', path: ['... on Good', '__typename'], setValueTo: 'Thing' }],
  outputRewrites: [{ kind: 'KeyRenamer', path: ['... on Good', 'price__alias_0'], renameKeyTo: 'price' }],
};

function problemOf(node: unknown): unknown {
  try {
    translateNode(node as PlanNode);
    return undefined;
  } catch (error) {
    return error instanceof PlanError ? error.problem : error;
  }
}

describe('a plan of Apollo’s planner', () => {
  it('becomes one of the native planner’s nodes', () => {
    const flatten = { kind: 'Flatten', path: ['goods', '@', 'good'], node: fetch };
    const condition = { kind: 'Condition', condition: 'on', ifClause: { kind: 'Sequence', nodes: [flatten] } };
    const { kind, serviceName, operation, operationKind, requires } = fetch;
    expect(translateNode(condition as PlanNode)).toEqual({
      kind: 'Condition',
      condition: 'on',
      ifClause: {
        kind: 'Sequence',
        nodes: [
          {
            kind: 'Flatten',
            path: [{ Field: 'goods' }, '@', { Field: 'good' }],
            node: {
              ...{ kind, serviceName, operation, operationKind, requires },
              inputRewrites: [
                { ValueSetter: { path: [{ TypenameEquals: ['Good'] }, { Key: '__typename' }], setValueTo: 'Thing' } },
              ],
              outputRewrites: [
                {
                  KeyRenamer: { path: [{ TypenameEquals: ['Good'] }, { Key: 'price__alias_0' }], renameKeyTo: 'price' },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it.each([
    [{ kind: 'Defer', primary: {}, deferred: [] }, 'The plan holds "Defer"'],
    [{ kind: 'Flatten', path: ['a', '|[B]'], node: fetch }, 'the path segment |[B]'],
    [{ ...fetch, contextRewrites: [{}] }, 'sets a context'],
    [{ ...fetch, requires: [{ kind: 'Field', name: 'a', alias: 'b' }] }, 'requires an alias'],
    [{ ...fetch, requires: [{ kind: 'InlineFragment', selections: [] }] }, 'a fragment without a type'],
    [{ ...fetch, inputRewrites: [{ kind: 'ValueSetter', path: ['a'], setValueTo: 1 }] }, 'sets a value'],
  ])('is refused where a part has no counterpart: %j', (node, problem) => {
    expect(problemOf(node)).toContain(problem);
  });
});
