import { PlannerProcess } from '../../gateway/engine/plan/process/PlannerProcess.ts';
import { silent } from '../kit/mongodConfig.ts';
import { openClassic, type OpenedClassic } from './engine/classics/openClassic.ts';
import { canonical } from './engine/valueOf.ts';
import { classics } from './engine/classics/classics.ts';

const planner = new PlannerProcess({ logger: silent });

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

  it.each(classic.questions.map((question) => [question.document, question] as const))(
    '%s, beside @apollo/gateway',
    async (__, question) => {
      const answer = await opened.apollo(question).catch((error: unknown) => ({ data: String(error) }));
      expect(canonical(answer.data) === canonical(question.data)).toBe(question.isOtherInApollo !== true);
    },
  );
});
