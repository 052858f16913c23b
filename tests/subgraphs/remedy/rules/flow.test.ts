import { possibleDeeds, statusAfter, type Flow } from '../../../../subgraphs/remedy/rules/flow.ts';
import { OBJECTION_FLOW, OPEN_OBJECTIONS } from '../../../../subgraphs/remedy/rules/objectionFlow.ts';
import { OPEN_REPAIRS, REPAIR_FLOW } from '../../../../subgraphs/remedy/rules/repairFlow.ts';

/** All statuses that can be reached from one. */
function reachable<Status extends string>(flow: Flow<Status, string>, from: Status): ReadonlySet<Status> {
  const seen = new Set<Status>([from]);
  for (const status of seen)
    for (const next of Object.values<Status | undefined>(flow[status])) if (next) seen.add(next);
  return seen;
}

describe('the way of an application', () => {
  it.each([
    ['repair', REPAIR_FLOW, 'DRAFT'],
    ['objection', OBJECTION_FLOW, 'SUBMITTED'],
  ] as const)('reaches every status of a %s, and no other', (_what, flow: Flow<string, string>, first) => {
    expect([...reachable(flow, first)].sort()).toEqual(Object.keys(flow).sort());
  });

  it.each([
    ['repair', REPAIR_FLOW, OPEN_REPAIRS],
    ['objection', OBJECTION_FLOW, OPEN_OBJECTIONS],
  ] as const)('of a %s always has a next step while it is open', (_what, flow: Flow<string, string>, open) => {
    expect(open.filter((status) => possibleDeeds(flow, status).length === 0)).toEqual([]);
  });

  it('counts a repair as granted only after the owner has acknowledged it', () => {
    const before = Object.entries(REPAIR_FLOW).filter(([, deeds]) => Object.values<string>(deeds).includes('APPROVED'));
    expect(before).toEqual([['PENDING_EFFECT', expect.objectContaining({ ACKNOWLEDGE: 'APPROVED' })]]);
  });

  it('knows no step beyond its table', () => {
    expect(statusAfter(REPAIR_FLOW, 'SUBMITTED', 'APPROVE')).toBeUndefined();
    expect(statusAfter(REPAIR_FLOW, 'EXTENDED', 'EXTEND')).toBeUndefined();
    expect(statusAfter(OBJECTION_FLOW, 'UPHELD', 'REVIEW')).toBeUndefined();
    expect(possibleDeeds(REPAIR_FLOW, 'UNDONE')).toEqual([]);
  });
});
