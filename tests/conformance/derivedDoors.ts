import { isObjectType } from 'graphql';
import type { Caller } from '../../src/identity/Caller.ts';
import { meetsAccess } from '../../src/policy/meetsAccess.ts';
import { departmentCard, type DepartmentCard } from '../../src/subgraph/DepartmentCard.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { addDays, todayInShanghai } from '../../src/values/localDate.ts';
import { maySee } from '../kit/maySee.ts';
import { everyDoor, type Door } from './everyDoor.ts';
import { MARKS } from './plantFacts.ts';
import { UNITS, type Stage, type StagedFact } from './stageFacts.ts';
import { withoutBareChanges } from './withoutBareChanges.ts';

/** What one door gave away. */
export interface Leak {
  /** The root field, or the entity, and the fields below it that lead there. */
  readonly place: string;
  readonly what: string;
}

/** Law wants something public of annulled facts there (tests/conformance/leaks.test.ts). */
const APART: ReadonlySet<string> = new Set(['withdrawnPenalties']);

/** What a caller may not use, and what is not certified while something of it is on its way. */
const REFUSALS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'DATA_UNSETTLED']);

/**
 * Lists the doors of a department to all that is staged.
 *
 * @param stage - departments with facts
 * @param name - the department
 */
export function doorsOf({ city, facts }: Stage, name: string): readonly Door[] {
  const { schema } = city.department(name);
  const types = [...new Set(facts.map(({ collection }) => collection.type))];
  const ids = new Map(
    types.map((type) => [type, facts.filter(({ collection }) => collection.type === type).map(({ id }) => id)]),
  );
  if (!isObjectType(schema.getType('Enterprise'))) return [];
  // A department that refers to the facts of another gives back the reference that it is given, and no more.
  const foreign = facts.filter(({ collection }) => collection.department !== name);
  const echoes = new Set(foreign.map(({ collection }) => `_entities of ${collection.type}`));
  const doors = everyDoor(schema, { ids, codes: UNITS, names: [] });
  return doors.filter((door) => !APART.has(door.name) && !echoes.has(door.name));
}

/**
 * Enters a door and tells what it gave away: marks of facts, or of revisions, that the rule hides from the caller, in any text; and facts that
 * were rightly shown, but of which the audit log would not learn whom they are about.
 *
 * @param stage - departments with facts
 * @param name - the department of the door
 * @param door - one of {@link doorsOf}
 * @param caller - who asks
 * @param now - when
 * @returns leaks, and the number of marks that were rightly shown
 */
export async function leaksAt(
  stage: Stage,
  name: string,
  door: Door,
  caller: Caller,
  now: Date,
): Promise<{ readonly leaks: readonly Leak[]; readonly shown: number }> {
  const subjects = new Set<string>();
  const { data, errors = [] } = await stage.ask(name, door, caller, now, subjects);
  const faults = errors.filter(({ extensions }) => !REFUSALS.has(codeOf(extensions)));
  if (faults.length > 0) throw new Error(`${door.name}: ${JSON.stringify(faults)}`);
  const today = todayInShanghai(now);
  const leaks: Leak[] = [];
  const byId = new Map(stage.facts.map((fact) => [fact.id, fact]));
  const told = withoutBareChanges(data, (id) => {
    const fact = byId.get(id);
    if (fact === undefined || !everSaw(stage, caller, fact)) leaks.push({ place: 'changes', what: `reference ${id}` });
  });
  let shown = 0;
  visitTexts(told, door.name, (marks, place) => {
    for (const mark of marks) {
      if (!isForCaller(stage, byId, mark, caller, today)) leaks.push({ place, what: mark });
      else if (isNoted(byId, mark, subjects)) shown += 1;
      else leaks.push({ place, what: `${mark} without a word to the audit log` });
    }
  });
  return { leaks, shown };
}

/** As plain data an error without extensions has none. */
function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): unknown {
  return extensions?.['code'];
}

/**
 * The facts that the rule shows of an enterprise, by the rule as a lawyer would say it.
 *
 * @param stage - departments with facts
 * @param uscc - the enterprise
 * @param caller - who asks
 * @param today - the day in Asia/Shanghai
 */
export function visibleFactsOf(stage: Stage, uscc: string, caller: Caller, today: string): readonly StagedFact[] {
  return stage.facts.filter(
    (fact) => fact.revisions.at(-1)?.subjectUscc === uscc && seesNow(stage, caller, today, fact),
  );
}

function isForCaller(
  stage: Stage,
  byId: ReadonlyMap<string, StagedFact>,
  mark: string,
  caller: Caller,
  today: string,
): boolean {
  const [id = '', version] = mark.slice(1, -1).split('.');
  const fact = byId.get(`〄${id}〄`);
  if (fact === undefined || !seesNow(stage, caller, today, fact)) return false;
  // What a value was is shown as long as the rule would show it by what was stored with it.
  const revisions = fact.revisions.filter(({ record }) => version === undefined || record.subjectName === mark);
  return revisions.some((revision) => maySee(caller, today, fact.collection, { ...revision, _id: fact.id }));
}

/** What was shown of an enterprise must have been noted, wherever in an answer it stands. */
function isNoted(byId: ReadonlyMap<string, StagedFact>, mark: string, subjects: ReadonlySet<string>): boolean {
  const [id = ''] = mark.slice(1, -1).split('.');
  const revisions = byId.get(`〄${id}〄`)?.revisions ?? [];
  return revisions.some(({ subjectUscc }) => subjectUscc === undefined || subjects.has(subjectUscc));
}

function seesNow(stage: Stage, caller: Caller, today: string, fact: StagedFact): boolean {
  const current = fact.revisions.at(-1);
  const isVisible = current !== undefined && maySee(caller, today, fact.collection, current);
  return isVisible && mayUseType(stage, caller, fact);
}

/** Whether there was a day on which some revision, while it was the current one, could be seen. */
function everSaw(stage: Stage, caller: Caller, fact: StagedFact): boolean {
  if (!mayUseType(stage, caller, fact)) return false;
  return fact.revisions.some((revision, at) => {
    const from = todayInShanghai(revision.record.provenance.receivedAt);
    const next = fact.revisions[at + 1];
    const until = next === undefined ? '2030-01-01' : todayInShanghai(next.record.provenance.receivedAt);
    for (let day = from; day <= until; day = addDays(day, 1)) {
      if (maySee(caller, day, fact.collection, { ...revision, _id: fact.id })) return true;
      if (day > '2026-12-31') return false;
    }
    return false;
  });
}

const cards = new WeakMap<SubgraphDefinition, DepartmentCard>();

function cardOf(department: SubgraphDefinition): DepartmentCard {
  const card = cards.get(department) ?? departmentCard(department);
  cards.set(department, card);
  return card;
}

function mayUseType({ city }: Stage, caller: Caller, { collection }: StagedFact): boolean {
  const { factTypes } = cardOf(city.department(collection.department));
  return factTypes.some(({ type, access }) => type === collection.type && meetsAccess(caller, access));
}

/** The name that a door gives to an answer as a whole, which is no field below it. */
const WHOLE = /^(few_)?door\d*$|^_entities$/;

/** Tells every marked text of an answer, with the names of the fields that lead to it. */
function visitTexts(part: unknown, place: string, visit: (marks: readonly string[], place: string) => void): void {
  const path: string[] = [];
  const enter = (below: unknown): void => {
    if (typeof below === 'string') {
      const marks = below.match(MARKS);
      if (marks !== null) visit(marks, [place, ...path.filter((name) => !WHOLE.test(name))].join('.'));
    }
    if (typeof below !== 'object' || below === null) return;
    if (Array.isArray(below)) {
      for (const each of below) enter(each);
      return;
    }
    for (const name in below) {
      path.push(name);
      enter((below as Readonly<Record<string, unknown>>)[name]);
      path.pop();
    }
  };
  enter(part);
}
