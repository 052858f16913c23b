import type { Document } from 'mongodb';
import { department } from '../../../subgraphs/registry/department.ts';
import { commandsOf } from '../../kit/commands.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
});
afterAll(() => registry.close());

/** The stages by which MongoDB answers the one `find` that a query sends. */
async function stagesOf(query: string): Promise<string[]> {
  const [sent] = await commandsOf(registry, () =>
    registry.ask(`{ ${query} { nodes { __typename } } }`, {}, { caller: staffOf('tax') }),
  );
  const { find, filter, sort, limit, projection } = sent?.command ?? {};
  const explained = await registry.subgraph.database.db.command({
    explain: {
      find: find as unknown,
      filter: filter as unknown,
      sort: sort as unknown,
      limit: limit as unknown,
      projection: projection as unknown,
    },
    verbosity: 'queryPlanner',
  });
  const { winningPlan } = explained['queryPlanner'] as { winningPlan: Document };
  return stageNames((winningPlan['queryPlan'] as Document | undefined) ?? winningPlan);
}

function stageNames(plan: Document): string[] {
  const inner = [plan['inputStage'], ...((plan['inputStages'] as unknown[] | undefined) ?? [])];
  return [
    String(plan['stage']),
    ...inner.flatMap((stage) => (stage === undefined ? [] : stageNames(stage as Document))),
  ];
}

describe('every list', () => {
  it.each([
    'enterprises',
    'enterprises(filter: { status: REVOKED })',
    'enterprises(filter: { city: "福州" })',
    'enterprises(filter: { entityType: "有限责任公司" })',
    'enterprises(filter: { industryCode: "I6510" })',
    'enterprises(filter: { divisionCode: "350100" })',
    'registrationChanges',
    'registrationChanges(item: "名称变更")',
    'annualReports(year: 2025)',
    'abnormalListings(reason: FALSE_OR_CONCEALED)',
    'abnormalListings(unlinked: true)',
    'seriousViolationListings(violationKind: FOOD_SAFETY)',
    'spotChecks(result: PENDING)',
    'smallMicroSupports(policyName: "稳岗返还")',
    'businessLicences(status: VALID)',
    'pledges(kind: EQUITY_PLEDGE)',
    'riskClasses(level: D)',
  ])('%s is read from an index in its order', async (query) => {
    const stages = await stagesOf(query);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('SORT');
    expect(stages).not.toContain('COLLSCAN');
  });

  it.each([
    'enterprises(filter: { name: "福州测试有限公司" })',
    'enterprises(filter: { nameStartsWith: "福州" })',
    'enterprises(filter: { establishedFrom: "2020-01-01", establishedTo: "2020-12-31" })',
  ])('%s is found by an index', async (query) => {
    const stages = await stagesOf(query);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
  });
});
