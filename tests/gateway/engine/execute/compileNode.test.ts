import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner';
import { compileNode } from '../../../../gateway/engine/execute/compileNode.ts';
import type { Run } from '../../../../gateway/engine/execute/Run.ts';
import { PlanError } from '../../../../gateway/engine/plan/PlanError.ts';
import { readSupergraph } from '../../../../gateway/engine/supergraph/readSupergraph.ts';
import { composeSmall } from '../../../kit/openSmallGraph.ts';

const { families } = readSupergraph(composeSmall({ goods: { sdl: 'type Query { a: Int b: Int }' } }));

function toolsNoting(asked: string[]) {
  return {
    families,
    callerNames: new Map<string, string>(),
    transportOf: () => ({
      fetch: ({ query }: { readonly query: string }) => {
        asked.push(query);
        return { data: query === '{a}' ? { a: 1 } : { b: 2 } };
      },
    }),
  };
}

function runWith(coerced: Run['coerced']): Run {
  const context = {} as Run['context'];
  return { data: undefined, errors: [], lost: [], sent: coerced, coerced, context, onFetch: undefined };
}

const fetch = (operation: string): FetchNode => ({ kind: 'Fetch', serviceName: 'goods', operation });

function problemOf(node: unknown): unknown {
  try {
    compileNode(node as PlanNode, toolsNoting([]));
    return undefined;
  } catch (error) {
    return error instanceof PlanError ? error.problem : error;
  }
}

describe('a plan', () => {
  it('runs the branch that a condition chooses', () => {
    const asked: string[] = [];
    const step = compileNode(
      { kind: 'Condition', condition: 'on', ifClause: fetch('{a}'), elseClause: fetch('{b}') },
      toolsNoting(asked),
    );
    const [on, off] = [runWith({ on: true }), runWith({ on: false })];
    void step(on);
    void step(off);
    expect([on.data, off.data]).toEqual([{ a: 1 }, { b: 2 }]);
    expect(asked).toEqual(['{a}', '{b}']);
  });

  it('does nothing where a condition has no branch for it', () => {
    const asked: string[] = [];
    const step = compileNode({ kind: 'Condition', condition: 'on', elseClause: fetch('{b}') }, toolsNoting(asked));
    expect(step(runWith({ on: true }))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each([
    [{ kind: 'Defer', primary: {}, deferred: [] }, 'The plan holds "Defer", which'],
    [{ kind: 'Subscription', primary: fetch('{a}') }, 'The plan holds "Subscription", which'],
    [{ kind: 'Sequence', nodes: [fetch('{a}'), { kind: 'Quorum' }] }, 'The plan holds "Quorum", which'],
    [
      { kind: 'Flatten', path: [{ Index: 3 }], node: { ...fetch('{_entities{a}}'), requires: [] } },
      'The plan holds the path segment {"Index":3}',
    ],
    [{ kind: 'Flatten', path: [{ Field: 'a' }], node: fetch('{a}') }, 'a fetch below a path that requires nothing'],
    [{ ...fetch('{a}'), outputRewrites: [{ ValueDropper: { path: [] } }] }, 'The plan holds the rewrite ValueDropper'],
    [
      {
        kind: 'Flatten',
        path: [],
        node: { ...fetch('{_entities{a}}'), requires: [{ kind: 'FragmentSpread', value: 'F' }] },
      },
      undefined,
    ],
  ])('with a part of an unknown kind is refused: %j', (node, problem) => {
    if (problem === undefined) expect(problemOf(node)).toBeUndefined();
    else expect(problemOf(node)).toContain(problem);
  });
});
