import { judgeFact } from '../../../src/data/judgeFact.ts';
import type { FactCollection } from '../../../src/data/FactCollection.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { changes } from '../../../subgraphs/registry/collections/changes.ts';
import { enterprises } from '../../../subgraphs/registry/collections/enterprises.ts';
import { pledges } from '../../../subgraphs/registry/collections/pledges.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { commandsOf, projectedFields } from '../../kit/commands.ts';
import { NOW, openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { testCodes } from './testCodes.ts';

const CODES = testCodes(60);
/** The fields of an enterprise that are pages of facts, with the collection behind each. */
const PAGES = {
  changes: 'changes',
  annualReports: 'annualReports',
  abnormalListings: 'abnormalListings',
  seriousViolationListings: 'seriousViolationListings',
  spotChecks: 'spotChecks',
  smallMicroSupports: 'smallMicroSupports',
  businessLicences: 'businessLicences',
  pledges: 'pledges',
  riskClasses: 'riskClasses',
  branches: 'enterprises',
};

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
  const registration = { status: 'IN_BUSINESS', establishedOn: '2011-03-01', registrationAuthority: '市场监督管理局' };
  await fill(
    enterprises,
    CODES.map((uscc, at) => ({ uscc, name: `第${String(at)}号公司`, ...registration })),
  );
  await fill(
    changes,
    CODES.flatMap((subjectUscc) =>
      ['2020-01-01', '2021-01-01', '2022-01-01'].map((approvedOn) => ({ subjectUscc, item: '名称变更', approvedOn })),
    ),
  );
});
afterAll(() => registry.close());

async function fill(collection: FactCollection, inputs: readonly object[]): Promise<void> {
  const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
  const drafts = inputs.map((input) => {
    const verdict = judgeFact(collection, { ...input }, setting);
    if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
    return verdict.draft;
  });
  const origin = { source: 'test', operator: 'test', receivedAt: NOW };
  await writeFacts(registry.subgraph.database, collection, drafts, {
    origin,
    reason: 'CORRECTED',
    neverHas: new Set(),
  });
}

describe('reading fifty enterprises', () => {
  it('with a page of every fact of each sends one command per collection', async () => {
    const pages = Object.keys(PAGES).map((name) => `${name}(first: 2) { nodes { __typename } }`);
    let answer: unknown;
    const sent = await commandsOf(registry, async () => {
      const document = `{ enterprises(first: 50) { nodes { uscc ${pages.join(' ')} } } }`;
      answer = (await registry.ask(document, {}, { caller: staffOf('tax') })).data;
    });
    expect(sent.map(({ collection }) => collection).sort()).toEqual(['enterprises', ...Object.values(PAGES)].sort());
    const { nodes } = (answer as { enterprises: { nodes: { changes: { nodes: unknown[] } }[] } }).enterprises;
    expect(nodes.map((node) => node.changes.nodes.length)).toEqual(Array(50).fill(2));
  });

  it('with the number of facts of each sends one command more per collection', async () => {
    const sent = await commandsOf(registry, () =>
      registry.ask('{ enterprises(first: 50) { nodes { changes(first: 2) { totalCount nodes { item } } } } }'),
    );
    expect(sent.map(({ collection }) => collection)).toEqual(['enterprises', 'changes', 'changes']);
  });

  it('with more facts than their pages hold sends one command more for those that the first did not reach', async () => {
    const sent = await commandsOf(registry, () =>
      registry.ask('{ enterprises(first: 50) { nodes { changes(first: 1) { nodes { item } } } } }'),
    );
    expect(sent.map(({ collection }) => collection)).toEqual(['enterprises', 'changes', 'changes']);
  });

  it('by their codes, by several fields and as entities costs one command for each', async () => {
    const sent = await commandsOf(registry, () =>
      registry.ask(
        `query ($usccs: [USCC!]!, $entity: [_Any!]!) {
          enterprisesByUscc(usccs: $usccs) { name }
          one: enterprise(uscc: "${CODES[55] ?? ''}") { name }
          _entities(representations: $entity) { ... on Enterprise { name } }
        }`,
        {
          usccs: CODES.slice(0, 50),
          entity: CODES.slice(0, 50).map((uscc) => ({ __typename: 'Enterprise', uscc })),
        },
      ),
    );
    expect(sent.map(({ name, collection }) => [name, collection])).toEqual([['find', 'enterprises']]);
  });

  it('leads a page of facts back to their enterprises in one command', async () => {
    const sent = await commandsOf(registry, () =>
      registry.ask('{ registrationChanges(first: 100) { nodes { subject { name } } } }'),
    );
    expect(sent.map(({ collection }) => collection)).toEqual(['changes', 'enterprises']);
  });
});

describe('a projection', () => {
  it('holds the selected fields of a list and of the pages below it, and nothing else', async () => {
    const sent = await commandsOf(registry, () =>
      registry.ask(
        '{ enterprises(first: 50) { nodes { name changes(first: 2) { edges { node { item record { revision } } } } } } }',
      ),
    );
    expect(sent.map((command) => [command.collection, projectedFields(command)])).toEqual([
      // Whose a row is tells the pages of several parents apart, and is noted for the audit log.
      ['enterprises', ['name', 'sortOn', 'subjectUscc']],
      ['changes', ['item', 'record.revision', 'sortOn', 'subjectUscc']],
    ]);
  });

  it('holds what a derived field is made from', async () => {
    const sent = await commandsOf(registry, () =>
      registry.ask(`{
        enterprise(uscc: "${CODES[0] ?? ''}") { orgCode codeCategory { category } pledges { nodes { pledgor publicityDueOn } } }
        annualReport(id: "none") { isLate revenue }
      }`),
    );
    const fields = Object.fromEntries(sent.map((command) => [command.collection, projectedFields(command)]));
    expect(fields).toEqual({
      enterprises: ['sortOn', 'subjectUscc'],
      [pledges.name]: ['pledgor', 'pledgorCategory', 'registeredOn', 'sortOn', 'subjectUscc'],
      annualReports: ['filedOn', 'openFigures', 'revenue', 'sortOn', 'subjectUscc', 'year'],
    });
  });
});
