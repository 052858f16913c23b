import { join } from 'node:path';
import fastify from 'fastify';
import { pino } from 'pino';
import type { AskGraph } from '../../../gateway/askGraph.ts';
import { answerErrors } from '../../../gateway/http/errorReplies.ts';
import { INNER_DOOR, innerRoute } from '../../../gateway/http/innerRoute.ts';
import { OperationsInFlight } from '../../../gateway/http/OperationsInFlight.ts';
import { IDENTITY_ERRORS } from '../../../src/errors/identityCodes.ts';
import { GATEWAY_ERRORS } from '../../../src/errors/gatewayCodes.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { INNER_HEADER, signInnerHeader } from '../../../src/identity/innerHeader.ts';
import { KeyRing } from '../../../src/identity/KeyRing.ts';
import { PublicKeyRing } from '../../../src/identity/PublicKeyRing.ts';
import { serviceCaller } from '../../../src/identity/serviceCaller.ts';
import { signServiceToken } from '../../../src/identity/serviceToken.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const CITIZEN: Caller = { audience: 'SUBJECT', subject: '91350100M000100Y43', operator: 'someone', scopes: new Set() };

describe('the door by which departments ask the graph', () => {
  const folder = temporaryFolder();
  const inner = new KeyRing(folder, 'inner');
  const remedy = new KeyRing(join(folder, 'remedy'), 'service');
  const tax = new KeyRing(join(folder, 'tax'), 'service');
  const rings = new Map(['remedy', 'tax'].map((name) => [name, new PublicKeyRing(join(folder, name), 'service')]));
  const callers: Caller[] = [];
  const askGraph: AskGraph = (_query, _variables, caller) => {
    callers.push(caller);
    return Promise.resolve({ data: {}, errors: [{ message: 'no', code: 'FORBIDDEN', path: ['a'] }] });
  };
  const server = fastify();
  const table = { ...IDENTITY_ERRORS, ...KERNEL_ERRORS, ...GATEWAY_ERRORS };
  answerErrors(server, { table, logger: pino({ level: 'silent' }) });
  innerRoute(server, {
    askGraph,
    operations: new OperationsInFlight(),
    keys: inner,
    keysOf: (department) => rings.get(department),
  });

  const ask = async (
    headers: Readonly<Record<string, string>>,
    payload: object = { query: '{ a }' },
  ): Promise<unknown> => {
    callers.splice(0);
    const { statusCode, body } = await server.inject({ method: 'POST', url: INNER_DOOR, headers, payload });
    const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
    return [statusCode, errors[0]?.extensions.code, callers[0]];
  };
  const headerFor = async (department: string): Promise<string> =>
    signInnerHeader(inner, { caller: CITIZEN, requestId: 'request-0001', now: new Date(), locale: 'en' }, department);

  it('takes a department for its own software, or for the caller that it was told of', async () => {
    const authorization = await signServiceToken(remedy, 'remedy');
    await tax.signing();
    expect(await ask({ authorization })).toEqual([200, 'FORBIDDEN', serviceCaller('remedy')]);
    expect(await ask({ authorization, [INNER_HEADER]: await headerFor('remedy') })).toEqual([
      200,
      'FORBIDDEN',
      CITIZEN,
    ]);
    expect(await ask({ authorization }, {})).toEqual([400, 'BODY_INVALID', undefined]);
  });

  it('refuses everybody else, and a department that claims to be another or to speak for who did not call it', async () => {
    const own = await signServiceToken(tax, 'tax');
    const refused = {
      nobody: {},
      callerAlone: { [INNER_HEADER]: await headerFor('tax') },
      withTheKeyOfAnother: { authorization: await signServiceToken(tax, 'remedy') },
      unknown: { authorization: await signServiceToken(tax, 'customs') },
      outside: { authorization: await signServiceToken(tax, '../remedy') },
      withTheKeyOfTheGateway: { authorization: await signServiceToken(inner, 'tax') },
      withAnothersCaller: { authorization: own, [INNER_HEADER]: await headerFor('remedy') },
      withAnInventedCaller: { authorization: own, [INNER_HEADER]: own.replace('Bearer ', '') },
    };
    for (const [what, headers] of Object.entries(refused)) {
      expect([what, await ask(headers)]).toEqual([what, [401, 'INNER_CALL_REFUSED', undefined]]);
    }
    expect(await ask({ authorization: own })).toEqual([200, 'FORBIDDEN', serviceCaller('tax')]);
  });
});
