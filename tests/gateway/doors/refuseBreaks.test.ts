import { contractChanges } from '../../../gateway/doors/contractChanges.ts';
import { doorOf } from '../../../gateway/doors/Door.ts';
import { BreakingChangeError, refuseBreaks } from '../../../gateway/doors/refuseBreaks.ts';

const BEFORE = 'type Query { enterprise(uscc: ID!): Enterprise } type Enterprise { name: String old: Int }';
const AFTER =
  'type Query { enterprise(uscc: ID!, at: Int!): Enterprise } type Enterprise { "Its name." name: String new: Int }';

describe('refuseBreaks', () => {
  const changesOf = async () => [
    { door: doorOf('OPEN'), changes: await contractChanges(BEFORE, AFTER) },
    { door: doorOf('INTERNAL'), changes: await contractChanges(BEFORE, BEFORE) },
  ];
  const announced = (doors: readonly string[], from: string) =>
    ['Enterprise.old', 'Query.enterprise.at'].map((coordinate) => ({ coordinate, doors, from, reason: '…' }));
  const problemsOf = async (...told: readonly ReturnType<typeof announced>[]) => {
    try {
      refuseBreaks(await changesOf(), told.flat(), '2026-11-29');
    } catch (error) {
      if (error instanceof BreakingChangeError) return error.problems;
      throw error;
    }
    return [];
  };

  it('names coordinate and audience of each change that breaks, and lets the others pass', async () => {
    expect(await problemsOf()).toEqual([
      "/open/graphql, OPEN: Enterprise.old: Field 'old' was removed from object type 'Enterprise'",
      "/open/graphql, OPEN: Query.enterprise.at: Argument 'at: Int!' added to field 'Query.enterprise'",
    ]);
  });

  it('lets an announced one pass from its day on, at the doors that it was announced for', async () => {
    expect(await problemsOf(announced(['open'], '2026-11-29'))).toEqual([]);
    expect(await problemsOf(announced(['my', 'internal'], '2026-01-01'))).toHaveLength(2);
    const early = await problemsOf(announced(['open'], '2026-11-30'));
    expect(early.map((line) => line.endsWith('(announced for 2026-11-30)'))).toEqual([true, true]);
  });
});
