import { execFileSync } from 'node:child_process';
import { composeSupergraph } from '../../../../../gateway/compose.ts';
import { PlanError } from '../../../../../gateway/engine/plan/PlanError.ts';
import { PlannerProcess } from '../../../../../gateway/engine/plan/process/PlannerProcess.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@provides", "@requires", "@external", "@shareable"])`;

/** The planner takes a key that the first department does not have, and ends over what it then misses. */
const { supergraphSdl } = composeSupergraph([
  {
    name: 'beta',
    sdl: `${LINK} type Query { q0: E @provides(fields: "x") q1: E }
      type E @key(fields: "k1 k2") { k1: String! k2: String! x: [ID]! @external }`,
  },
  {
    name: 'gamma',
    sdl: `${LINK} type KeyRef @shareable { part: ID! }
      type E @key(fields: "k1 k2") @key(fields: "code ref { part }") {
        k1: String! @shareable k2: String! @shareable code: Int! @shareable ref: KeyRef! @shareable x: [ID]! }`,
  },
  {
    name: 'delta',
    sdl: `${LINK} type KeyRef @shareable { part: ID! }
      type E @key(fields: "k1 k2") @key(fields: "code ref { part }") {
        k1: String! @shareable k2: String! @shareable code: Int! @shareable ref: KeyRef! @shareable
        x: [ID]! @external f: [E!] @requires(fields: "x") }`,
  },
]);
const DEADLY = '{ q0 { f { __typename } } }';
const asking = (text: string) => ({ text, operationName: undefined, deciding: {} });

/**
 * A document over which the planner ends can only be written where one is known; what is told of the graph to the planner may make
 * each of them harmless, so the process is ended over one from outside.
 */
function processesOf(pid: number): readonly number[] {
  const listed = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(pid)], { encoding: 'utf8' });
  return listed.split('\n').flatMap((line) => (line.includes('plannerProgram') ? [Number.parseInt(line, 10)] : []));
}

/** Lets the process end over the first document that it is asked next. */
async function endOver<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const running = processesOf(process.pid);
  // Held, it has begun nothing when it ends, so that the first document is the one at work.
  for (const pid of running) process.kill(pid, 'SIGSTOP');
  const asked = ask();
  for (const pid of running) process.kill(pid, 'SIGKILL');
  expect(running).toHaveLength(1);
  return asked;
}

describe('the planner in a process of its own', () => {
  const warnings: unknown[] = [];
  const logger = { warn: (...said: unknown[]) => void warnings.push(said) };
  const planner = new PlannerProcess({ logger });
  planner.serve(supergraphSdl);
  const plan = async (text: string) => JSON.stringify((await planner.plan(asking(text))).nodes);

  afterAll(() => {
    planner.close();
  });

  it('plans what has a plan, and says why something has none', async () => {
    expect(await plan('{ q1 { k1 } }')).toContain('"operation":"{q1{k1}}"');
    await expect(planner.plan(asking('{ unknown }'))).rejects.toMatchObject({
      extensions: { code: 'OPERATION_NOT_PLANNED' },
      problem: expect.stringContaining('unknown') as unknown,
    });
    expect(await plan(DEADLY)).toContain('delta');
    expect(warnings).toEqual([]);
  });

  it('asks the other planner for the document over which the process ended, and loses nothing asked beside it', async () => {
    const before = processesOf(process.pid);
    const texts = ['{ q1 { x } }', '{ q1 { k2 } }', '{ q1 { k1 k2 } }'];
    const plans = await endOver(() => Promise.all(texts.map(plan)));
    // Only the other planner lists variables where there are none.
    expect(plans.map((one) => one.includes('"variableUsages":[]'))).toEqual([true, false, false]);
    expect(warnings).toHaveLength(1);
    expect(await plan(texts[0] ?? '')).toEqual(plans[0]);
    expect(warnings).toHaveLength(1);
    expect(processesOf(process.pid)).not.toEqual(before);
  });

  it('gives the process no more than its time to read the graph', async () => {
    const hasty = new PlannerProcess({ logger, startMs: 0 });
    hasty.serve(supergraphSdl);
    await expect(hasty.plan(asking('{ q1 { k1 } }'))).rejects.toMatchObject({ problem: 'The planner does not start' });
    expect(warnings.splice(1)).toHaveLength(1);
    hasty.close();
  });

  it('gives no document more than its time with either planner, and does not try it again', async () => {
    const hasty = new PlannerProcess({ logger, patienceMs: 0 });
    hasty.serve(supergraphSdl);
    const said = warnings.length;
    const many = Array.from({ length: 400 }, (_, at) => `a${at}: q1 { k1 k2 x f { x f { x } } }`).join(' ');
    await expect(hasty.plan(asking(`{ ${many} }`))).rejects.toThrow(PlanError);
    expect(warnings).toHaveLength(said + 2);
    await expect(hasty.plan(asking(`{ ${many} }`))).rejects.toThrow(PlanError);
    expect(warnings).toHaveLength(said + 2);
    hasty.close();
    await expect(hasty.plan(asking('{ q1 { k1 } }'))).rejects.toMatchObject({ problem: 'The planner is closed' });
  });
});
