import { loadDepartments } from '../../gateway/departments.ts';
import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import { meetsAccess } from '../../src/policy/meetsAccess.ts';
import { departmentCard } from '../../src/subgraph/DepartmentCard.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { openDepartment, staffOf, type TestDepartment } from '../kit/department.ts';
import { maySee } from '../kit/maySee.ts';
import { everyDoor, type Door } from './everyDoor.ts';
import { CODES, MARKS, mayRead, PEOPLE, plantFacts, TODAY, type Planted } from './plantFacts.ts';
import { withoutBareChanges } from './withoutBareChanges.ts';

const departments = await loadDepartments();

const CALLERS: Readonly<Record<string, Caller>> = {
  'the public': ANONYMOUS,
  'another department': staffOf('elsewhere'),
  'the enterprise itself': { audience: 'SUBJECT', subject: CODES[0] ?? '', operator: 'e', scopes: new Set() },
};

/** What law wants public of annulled decisions, and of nothing else (行政处罚法 art. 48); the note is for departments. */
const WITHDRAWN_PARTS = [
  '__typename',
  'annulledOn',
  'authority',
  'docNo',
  'id',
  'isWithdrawnInTime',
  'note',
  'reason',
  'withdrawalDueOn',
  'withdrawnOn',
];

/** All doors of a department, for everything that is stored. */
const MOST_MS = 180_000;

const MOST_ENTRIES = 10_000;

const REFUSALS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'DEPARTMENT_UNAVAILABLE']);

describe.each(departments.map((definition) => [definition.name, definition] as const))(
  'what %s holds back',
  (name, definition) => {
    let department: TestDepartment;
    let planted: readonly Planted[];
    let doors: readonly Door[];
    beforeAll(async () => {
      department = await openDepartment(definition);
      planted = await plantFacts(department);
      await department.settle();
      const ids = new Map<string, string[]>();
      const facts = planted.filter(isCurrent);
      for (const { collection, documents } of facts)
        ids.set(collection.type, [...(ids.get(collection.type) ?? []), documents[0]?._id ?? '']);
      const names = facts.filter(({ collection }) => collection.kind === 'SUBJECT').map(({ mark }) => mark);
      doors = everyDoor(definition.schema, { ids, codes: CODES, names });
    });
    afterAll(() => department.close());

    async function enter(door: Door, caller: Caller): Promise<unknown> {
      const request = { caller, now: new Date(`${TODAY}T04:00:00Z`) };
      const { data, errors = [] } = await department.ask(door.document, { ...door.variables }, request);
      // What a department asks of others, it asks in vain here.
      expect(errors.filter(({ extensions }) => !REFUSALS.has(extensions['code']))).toEqual([]);
      // Whether a reference without content may be given is judged by tests/conformance/derivedDoors.test.ts.
      return withoutBareChanges(data);
    }

    it.each([...Object.entries(CALLERS), ['the owner', staffOf(name)] as const])(
      'is shown to %s at no door, in no text and in no number',
      async (_who, caller) => {
        const readable = new Set(planted.filter((plant) => mayRead(caller, plant)).map(({ mark }) => mark));
        const leaks: string[] = [];
        const shown = new Set<string>();
        for (const door of doors) {
          const answer = await enter(door, caller);
          if (door.name === 'withdrawnPenalties') {
            expectWithdrawn(answer, planted, caller);
            continue;
          }
          for (const mark of JSON.stringify(answer).match(MARKS) ?? []) {
            if (readable.has(mark)) shown.add(mark);
            else leaks.push(`${door.name}: ${mark}`);
          }
          leaks.push(...personsIn(answer, caller.department !== name).map((person) => `${door.name}: ${person}`));
          leaks.push(...falseCounts(answer).map((count) => `${door.name}: ${count}`));
          leaks.push(...hiddenCodes(answer, caller, planted).map((code) => `${door.name}: ${code}`));
        }
        expect([...new Set(leaks)]).toEqual([]);
        expect(shown.size > 0).toBe(mayUseAny(definition, caller));
        // Whoever may use all types sees all that may be seen: nothing is hidden by mistake either.
        if (caller.audience === 'INTERNAL') {
          const facts = planted.filter((plant) => isCurrent(plant) && readable.has(plant.mark));
          expect(facts.map(({ mark }) => mark).filter((mark) => !shown.has(mark))).toEqual([]);
        }
      },
      MOST_MS,
    );

    it('names no person in the ledger, which the feed of changes and exports are read from', async () => {
      const entries = await department.ledger.after(0, MOST_ENTRIES);
      const text = JSON.stringify(entries);
      const own = Object.values(definition.collections).length;
      expect(entries.length).toBeGreaterThanOrEqual(own * CODES.length);
      expect(entries.length).toBeLessThan(MOST_ENTRIES);
      const said = [PEOPLE.masked, PEOPLE.shown, PEOPLE.idNo];
      expect(said.filter((part) => text.includes(part))).toEqual([]);
    });
  },
);

/** A department all of whose types are for others shows nothing at all. */
function mayUseAny(definition: SubgraphDefinition, caller: Caller): boolean {
  return departmentCard(definition).factTypes.some(({ access }) => meetsAccess(caller, access));
}

/** Numbers of persons, which nobody reads whole, and where they are masked their names as well. */
function personsIn(answer: unknown, isMasked: boolean): readonly string[] {
  const text = JSON.stringify(answer);
  const named = isMasked && text.includes(PEOPLE.masked) ? ['the name of a person'] : [];
  return text.includes(PEOPLE.idNo) ? [...named, 'the number of a person'] : named;
}

interface Connection {
  readonly totalCount?: unknown;
  readonly nodes?: unknown;
}

/**
 * Connections whose number of all rows is not the number of rows that they show, of which all fit into their page; the number is asked
 * for beside a single row as well, where it has to be counted.
 */
function falseCounts(answer: unknown): string[] {
  const found: string[] = [];
  visitObjects(answer, (part) => {
    for (const name in part) {
      if (!name.startsWith('few_')) continue;
      const few = part[name] as Connection | null;
      const own = name.slice('few_'.length);
      const connection = part[own] as Connection | null | undefined;
      if (few === null || !Array.isArray(connection?.nodes)) continue;
      const counts = [connection.totalCount, few.totalCount];
      const isTrue = counts.every((count) => count === (connection.nodes as unknown[]).length);
      if (!isTrue) found.push(`${own} has ${counts.join(' or ')} rows and shows ${connection.nodes.length}`);
    }
  });
  return found;
}

/** Codes that a name or an old code points to although the enterprise may not be seen. */
function hiddenCodes(answer: unknown, caller: Caller, planted: readonly Planted[]): string[] {
  const found: string[] = [];
  visitObjects(answer, ({ __typename, uscc }) => {
    if (__typename !== 'EnterpriseLink') return;
    const target = planted.find((plant) => isCurrent(plant) && plant.documents[0]?._id === uscc);
    if (target !== undefined && !mayRead(caller, target)) found.push(String(uscc));
  });
  return found;
}

/** Shows every object of an answer, however deep. */
function visitObjects(answer: unknown, visit: (part: Readonly<Record<string, unknown>>) => void): void {
  if (typeof answer !== 'object' || answer === null) return;
  if (Array.isArray(answer)) {
    for (const part of answer) visitObjects(part, visit);
    return;
  }
  const parts = answer as Readonly<Record<string, unknown>>;
  visit(parts);
  for (const name in parts) visitObjects(parts[name], visit);
}

/** Only what was public and was annulled, while its window would still be open, and only the parts that law names. */
function expectWithdrawn(answer: unknown, planted: readonly Planted[], caller: Caller): void {
  const { door } = answer as {
    readonly door: { readonly nodes: readonly Readonly<Record<string, unknown>>[] };
  };
  const annulled = planted.filter((plant) => isCurrent(plant) && isAnnulled(plant));
  const expected = annulled.filter((plant) => wasPublic(plant, planted));
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(annulled.length);
  expect(door.nodes.map(({ id }) => id).sort()).toEqual(expected.map(({ mark }) => mark).sort());
  expect(falseCounts(answer)).toEqual([]);
  for (const node of door.nodes) {
    expect(Object.keys(node).sort()).toEqual(WITHDRAWN_PARTS);
    expect(node['note'] === null).toBe(caller.department === undefined);
    expect(JSON.stringify({ ...node, id: '', docNo: '', note: '' })).not.toMatch(MARKS);
  }
}

/** A penalty that was annulled, and whose window would still be open. */
function isAnnulled({ collection, documents }: Planted): boolean {
  const { state, publicity } = documents[0]?.record ?? {};
  const isOpen = publicity?.until === undefined || publicity.until >= TODAY;
  return collection.name === 'penalties' && state === 'DELETED' && publicity?.endReason === 'ANNULLED' && isOpen;
}

/** Whether the public saw a fact on the day on which it was annulled: what was stored then, by the rule as a lawyer would say it. */
function wasPublic({ collection, documents: [fact] }: Planted, planted: readonly Planted[]): boolean {
  const revisions = planted.flatMap(({ documents: [revision, current] }) =>
    revision !== undefined && current !== undefined && current === fact ? [revision] : [],
  );
  const last = revisions.sort((left, right) => right.record.revision - left.record.revision)[0];
  const day = fact?.record.publicity?.endedOn;
  return last !== undefined && day !== undefined && maySee(ANONYMOUS, day, collection, last);
}

function isCurrent({ documents }: Planted): boolean {
  return documents.length === 1;
}
