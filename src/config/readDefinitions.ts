import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { StartError } from '../errors/StartError.ts';
import { projectRoot } from './projectRoot.ts';

/** What a department declares in a folder of YAML files, and the text it was read from. */
export interface Definitions<T> {
  /** In the order of the files' names. */
  readonly definitions: readonly T[];
  /** All files' text, to be told from another state of the folder by its digest. */
  readonly text: string;
}

/**
 * Reads declarations that experts keep as data: every `.yaml` file of a folder, each one definition.
 *
 * Days stay text: `2021-09-01` is a `LocalDate`.
 *
 * @param folder - below the product's own, such as `subgraphs/credit/lists`, or an absolute path
 * @param schema - the form of one file
 * @throws StartError DEFINITIONS_INVALID listing every wrong key of every file
 */
export function readDefinitions<T>(folder: string, schema: z.ZodType<T>): Definitions<T> {
  const path = folder.startsWith('/') ? folder : join(projectRoot(), folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  const texts = files.sort().map((file) => readFileSync(join(path, file), 'utf8'));
  const problems: string[] = [];
  const definitions = texts.flatMap((text, at) => {
    const read = readOne(text, schema);
    if ('value' in read) return [read.value];
    problems.push(...read.problems.map((problem) => `${files[at] ?? ''}: ${problem}`));
    return [];
  });
  if (problems.length > 0) throw new StartError('DEFINITIONS_INVALID', { folder, problems: problems.join('\n') });
  return { definitions, text: texts.join('\n') };
}

function readOne<T>(text: string, schema: z.ZodType<T>): { readonly value: T } | { readonly problems: string[] } {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0)
    return { problems: document.errors.map(({ message }) => message.split('\n')[0] ?? message) };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || '(file)'}: ${message}`) };
}
