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

describe('the planner in a process of its own', () => {
  const warnings: unknown[] = [];
  const logger = { warn: (...said: unknown[]) => void warnings.push(said) };
  const planner = new PlannerProcess({ supergraphSdl, logger });

  afterAll(() => {
    planner.close();
  });

  it('tries what has a plan and what has none', async () => {
    await planner.attempt(asking('{ q1 { k1 } }'));
    await planner.attempt(asking('{ unknown }'));
    await planner.attempt(asking(DEADLY));
    expect(warnings).toEqual([]);
  });

  it('refuses the document over which the process ended, from then on, and loses nothing that was asked beside it', async () => {
    const before = processesOf(process.pid);
    // Held, it has begun nothing when it ends, so that the first document is the one at work.
    for (const pid of before) process.kill(pid, 'SIGSTOP');
    const texts = ['{ q1 { x } }', '{ q1 { k2 } }', '{ q1 { k1 k2 } }'];
    const asked = Promise.allSettled(texts.map((text) => planner.attempt(asking(text))));
    for (const pid of before) process.kill(pid, 'SIGKILL');
    const outcomes = await asked;
    expect(before).toHaveLength(1);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(warnings).toHaveLength(1);
    await expect(planner.attempt(asking(texts[0] ?? ''))).rejects.toThrow(PlanError);
    expect(warnings).toHaveLength(1);
    await planner.attempt(asking('{ q1 { f { x } } }'));
    expect(processesOf(process.pid)).not.toEqual(before);
  });

  it('gives no document more than its time, and does not try it again', async () => {
    const hasty = new PlannerProcess({ supergraphSdl, logger, patienceMs: 0 });
    const said = warnings.length;
    const many = Array.from({ length: 400 }, (_, at) => `a${at}: q1 { k1 k2 x f { x f { x } } }`).join(' ');
    await expect(hasty.attempt(asking(`{ ${many} }`))).rejects.toThrow(PlanError);
    await expect(hasty.attempt(asking(`{ ${many} }`))).rejects.toThrow(PlanError);
    expect(warnings).toHaveLength(said + 1);
    hasty.close();
    await expect(hasty.attempt(asking('{ q1 { k1 } }'))).rejects.toMatchObject({ problem: 'The planner is closed' });
  });
});
