import type { ExecutionResult } from 'graphql';
import { PlannerProcess } from '../../gateway/engine/plan/process/PlannerProcess.ts';
import { silent } from '../kit/mongodConfig.ts';
import { openClassic, type OpenedClassic } from './engine/classics/openClassic.ts';
import { classics } from './engine/classics/classics.ts';
import { knownDifferences } from './engine/knownDifferences.ts';
import { canonical } from './engine/valueOf.ts';

const planner = new PlannerProcess({ logger: silent, patienceMs: 120_000 });

afterAll(() => {
  planner.close();
});

describe.each(classics.map((classic) => [classic.name, classic] as const))('%s', (_, classic) => {
  let opened: OpenedClassic;

  beforeAll(async () => {
    opened = await openClassic(classic, planner);
  });

  afterAll(() => opened.close());

  it.each(classic.questions.map((question) => [question.document, question] as const))('%s', async (__, question) => {
    const { data, errors = [] } = await opened.own(question);
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(question.errors ?? []);
    expect(JSON.stringify(data)).toBe(JSON.stringify(question.data));
  });

  it.each(
    classic.questions.map((question) => [`${question.document}${besides(question.difference)}`, question] as const),
  )('%s', async (__, question) => {
    const answer = await opened.apollo(question).catch((error: unknown) => ({ data: String(error), errors: [] }));
    const isSame = canonical(answer.data) === canonical(question.data) && areAt(answer.errors, question.errors);
    expect(isSame).toBe(question.difference === undefined);
  });
});

/** What the comparison with `@apollo/gateway` is called: by the sentence of the specification, where it is the wrong one. */
function besides(difference: string | undefined): string {
  const known = knownDifferences.find(({ name }) => name === difference);
  return known ? `, where @apollo/gateway is wrong: ${known.name} (${known.sentence})` : ', beside @apollo/gateway';
}

/** Whether errors stand at some places, in any order. */
function areAt(errors: ExecutionResult['errors'] = [], places: readonly string[] = []): boolean {
  const told = errors.map(({ path = [] }) => path.join('.'));
  return told.toSorted().join() === places.toSorted().join();
}

it('shows every known difference from @apollo/gateway that a small graph can show, and no other', () => {
  const shown = new Set(classics.flatMap(({ questions }) => questions.flatMap(({ difference }) => difference ?? [])));
  const named = knownDifferences.filter(({ isOnlyRandom = false }) => !isOnlyRandom).map(({ name }) => name);
  expect([...shown].toSorted()).toEqual(named.toSorted());
});
