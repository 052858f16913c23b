import { GraphQLError } from 'graphql';
import { Pool } from 'undici';
import type { Caller } from '../../src/identity/Caller.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { authoriseImport } from '../authoriseImport.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { ImportUpload, Upload } from '../http/importRoute.ts';
import type { CityImportReport } from '../importInto.ts';

/** Signs for a department who sends a file. */
export type UploadHeaders = (department: string, caller: Caller) => Promise<Readonly<Record<string, string>>>;

interface Refusal {
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/**
 * Makes what takes in uploaded files where departments run by themselves: who may send is decided here, and again by the department;
 * the bytes are passed on as they come.
 *
 * @param definitions - all departments
 * @param addressOf - where a department answers; undefined where it does not run
 * @param headersOf - what tells it who sends
 */
export function forwardUpload(
  definitions: readonly SubgraphDefinition[],
  addressOf: (department: string) => string | undefined,
  headersOf: UploadHeaders,
): ImportUpload {
  return {
    authorise: authoriseImport(definitions),
    async run(caller, upload) {
      const department = upload.collection.split('.')[0] ?? '';
      const address = addressOf(department);
      if (address === undefined) throw unavailable(definitions, department);
      const pool = new Pool(new URL(address).origin, { headersTimeout: 0, bodyTimeout: 0 });
      try {
        return await forwarded(pool, upload, await headersOf(department, caller));
      } catch (error) {
        if (error instanceof GraphQLError) throw error;
        throw unavailable(definitions, department, error);
      } finally {
        await pool.close();
      }
    },
  };
}

async function forwarded(
  pool: Pool,
  { collection, bytes, name, source, sheet }: Upload,
  headers: Readonly<Record<string, string>>,
): Promise<CityImportReport> {
  const given = Object.entries({ name, source, sheet }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: `/imports/${encodeURIComponent(collection)}?${new URLSearchParams(given).toString()}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  const answer = (await body.json()) as CityImportReport & Refusal;
  const error = answer.errors?.[0];
  if (error !== undefined) throw new GraphQLError(error.message, { extensions: { ...error.extensions } });
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
  return answer;
}

function unavailable(definitions: readonly SubgraphDefinition[], service: string, cause?: unknown): GatewayError {
  const owner = definitions.find(({ name }) => name === service)?.title ?? service;
  return new GatewayError('IMPORT_UNAVAILABLE', {}, { cause, extensions: { service, owner } });
}
