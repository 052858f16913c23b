import { setTimeout as pause } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { parse } from 'graphql';
import { InProcessTransport } from '../../../gateway/transport/InProcessTransport.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { TOY_CODES, toySubgraphs, type ToyFaults } from '../../kit/toySubgraphs.ts';

/** One toy department behind a data source, and what it logs. */
function department(
  name: string,
  faults: ToyFaults = {},
  deadlineMs = 1_000,
  answers: () => Promise<boolean> = async () => Promise.resolve(true),
) {
  const log: Record<string, unknown>[] = [];
  const logger: Logger = pino(
    { base: null },
    { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const subgraph = toySubgraphs(faults).subgraphs.find((toy) => toy.name === name);
  if (!subgraph) throw new Error(name);
  const transport = new InProcessTransport(subgraph, { logger, deadlineMs, answers });
  const context: GatewayContext = {
    request: { caller: ANONYMOUS, requestId: 'request-1', now: new Date(), locale: 'en' },
    reply: { isFormatted: false },
  };
  const fetch = async (query: string, variables = {}) =>
    transport.fetch({ query, document: parse(query), operationName: undefined, variables, context });
  return { fetch, log, transport };
}

const ENTITIES = `query($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Enterprise { taxRating arrears } } }`;
const representations = TOY_CODES.map((uscc) => ({ __typename: 'Enterprise', uscc }));

describe('a department in this process', () => {
  it('answers data without errors', async () => {
    const { fetch } = department('registry');
    expect(await fetch('{ enterprises(first: 1) { name } }')).toEqual({
      data: { enterprises: [{ name: '福州榕城贸易有限公司' }] },
    });
  });

  it('answers entities in the order they were asked for', async () => {
    const { fetch } = department('tax');
    const { data } = await fetch(ENTITIES, { representations });
    expect(data).toEqual({ _entities: representations.map(() => ({ taxRating: 'A', arrears: 0 })) });
  });

  it('puts its name and title beside the code and details of an error', async () => {
    const { fetch } = department('registry');
    const { errors } = await fetch('{ enterprises(first: 1) { secret } }');
    expect(errors).toMatchObject([
      {
        path: ['enterprises', 0, 'secret'],
        extensions: {
          code: 'FORBIDDEN',
          details: { coordinate: 'Enterprise.secret' },
          service: 'registry',
          owner: '市场监督管理局',
        },
      },
    ]);
  });

  it('gives an error that has no path the path of its first field', async () => {
    const { fetch } = department('registry');
    const response = await fetch('query($u: USCC!) { one: enterprise(uscc: $u) { name } }', { u: '1' });
    expect(response.data).toBeNull();
    expect(response.errors).toMatchObject([{ path: ['one'], extensions: { code: 'USCC_INVALID' } }]);
  });

  it('says of a dead department which fields are missing, since when, and logs it once', async () => {
    const { fetch, log } = department('tax', { dead: ['tax'] });
    const first = await fetch(ENTITIES, { representations });
    const again = await fetch('{ taxYears }');
    expect(first.data).toBeNull();
    expect(first.errors?.map(({ path }) => path)).toEqual([
      ['_entities', 0, 'taxRating'],
      ['_entities', 0, 'arrears'],
    ]);
    const since = first.errors?.[0]?.extensions?.['since'];
    expect(again.errors).toMatchObject([
      { path: ['taxYears'], extensions: { code: 'DEPARTMENT_UNAVAILABLE', service: 'tax', owner: '税务局', since } },
    ]);
    expect(log).toHaveLength(1);
  });

  it('takes a database that cannot be reached for a dead department, and notes when it is back', async () => {
    const { fetch, log } = department('registry');
    const down = await fetch('{ unreachable }');
    expect(down.errors).toMatchObject([{ path: ['unreachable'], extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }]);
    await fetch('{ locale }');
    await fetch('{ locale }');
    expect(log.map(({ msg }) => msg)).toEqual(['department does not answer', 'department answers again']);
  });

  it('asks a department nothing while its database is known not to answer', async () => {
    let isThere = false;
    const { fetch, transport } = department('registry', {}, 1_000, async () => Promise.resolve(isThere));
    await fetch('{ unreachable }');
    await pause(0);
    const refused = await fetch('{ locale }');
    expect(refused.errors).toMatchObject([{ path: ['locale'], extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }]);
    isThere = true;
    while ((await fetch('{ locale }')).errors !== undefined) await pause(20);
    expect(await fetch('{ locale }')).toEqual({ data: { locale: 'en' } });
    await transport.close();
  });

  it('does not take one broken field for a dead department', async () => {
    const { fetch, log } = department('registry');
    const { data, errors } = await fetch('{ broken locale }');
    expect(data).toEqual({ broken: null, locale: 'en' });
    expect(errors).toMatchObject([{ path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(log).toEqual([]);
  });

  it('gives up a department that takes too long', async () => {
    const { fetch, log } = department('registry', {}, 30);
    const { data, errors } = await fetch('{ slow(milliseconds: 500) }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['slow'], extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }]);
    expect(log).toMatchObject([{ err: { message: 'No answer within 30 ms' } }]);
  });
});
