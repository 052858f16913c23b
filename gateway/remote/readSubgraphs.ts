import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';

/** Where a department in a process of its own answers. */
export interface SubgraphAddress {
  /** Of its GraphQL. */
  readonly url: string;
  /** How long it may take for one fetch, in milliseconds. */
  readonly deadlineMs: number;
}

const DEADLINE_S = 10;
const MAX_DEADLINE_S = 60;

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((url) => (new URL(url).pathname === '/' ? new URL('/graphql', url).href : url));
const entry = z.union([
  address.transform((url) => ({ url, timeout: DEADLINE_S })),
  z.strictObject({ url: address, timeout: z.number().positive().max(MAX_DEADLINE_S).default(DEADLINE_S) }),
]);
const fileSchema = z.strictObject({
  subgraphs: z.record(z.string().regex(/^[a-z][a-z0-9]*$/, 'must be the name of a department'), entry),
});

/**
 * Reads where departments answer, from a YAML file: `subgraphs: { registry: http://127.0.0.1:4101 }`, or with a timeout in seconds
 * `registry: { url: …, timeout: 5 }`.
 *
 * @param path - of the file
 * @returns addresses by department
 * @throws StartError SUBGRAPHS_INVALID with everything that is wrong
 */
export async function readSubgraphs(path: string): Promise<ReadonlyMap<string, SubgraphAddress>> {
  const refuse = (problems: readonly string[], cause?: unknown): StartError =>
    new StartError('SUBGRAPHS_INVALID', { path, problems: problems.join('\n') }, { cause });
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw refuse([messageOf(error)], error);
  });
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) throw refuse(document.errors.map(messageOf));
  const parsed = fileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw refuse(parsed.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`));
  }
  const entries = Object.entries(parsed.data.subgraphs);
  return new Map(entries.map(([name, { url, timeout }]) => [name, { url, deadlineMs: timeout * 1_000 }]));
}
