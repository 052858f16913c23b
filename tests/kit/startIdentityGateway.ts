import { join } from 'node:path';
import { cityIdentity, type CityIdentity } from '../../gateway/cityIdentity.ts';
import { loadConfig } from '../../src/config/env.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import { startToyGateway, type ToyGateway, type ToyReply } from './startToyGateway.ts';

/** A gateway over toy departments that tells callers apart as the product does. */
export interface IdentityGateway extends ToyGateway {
  readonly identity: CityIdentity;
  /** Asks with some headers, over HTTP; `caller` is who that was, undefined where the credentials were refused. */
  askAs(headers: Readonly<Record<string, string>>): Promise<ToyReply & { readonly caller: Caller | undefined }>;
  /** Sends a form to the token endpoint. */
  form(
    parameters: Readonly<Record<string, string>> | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ToyReply>;
}

/** The departments whose tokens are known. */
export const TOY_DEPARTMENTS = ['tax', 'credit'].map((name) => ({ name, title: name }));

/**
 * Starts it on a free port.
 *
 * @param environment - its settings; database and data folder at least
 */
export async function startIdentityGateway(environment: Readonly<Record<string, string>>): Promise<IdentityGateway> {
  const config = loadConfig(environment);
  const identity = await cityIdentity(config, config.mongodbUri ?? '', TOY_DEPARTMENTS);
  let caller: Caller | undefined;
  const { developmentUsers } = identity;
  const gateway = await startToyGateway({
    identify: async (...credentials) => (caller = await identity.identify(...credentials)),
    tokens: identity.tokens,
    developmentUsers: developmentUsers && (async () => developmentUsers('91350100M000100Y43')),
  });
  return {
    ...gateway,
    identity,
    askAs: async (headers) => {
      caller = undefined;
      const reply = await gateway.ask('{ taxYears }', {}, headers);
      return { ...reply, caller };
    },
    form: (parameters, headers) =>
      gateway.send('/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof parameters === 'string' ? parameters : new URLSearchParams(parameters).toString(),
      }),
    stop: async () => {
      await gateway.stop();
      await identity.close();
    },
  };
}

/**
 * Folder of the keys of a data folder.
 *
 * @param dataDir - the data folder
 */
export function keysOf(dataDir: string): string {
  return join(dataDir, 'keys');
}
