import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { callerKey } from '../plan/plannedKey.ts';
import type { Entities, EntityBatch } from './EntityBatch.ts';
import { isData, type Data } from '../answer/Data.ts';
import type { Rename } from '../answer/Rewrite.ts';
import type { Run } from './Run.ts';
import type { ResponsePath, TargetPath } from '../answer/TargetPath.ts';

type DepartmentError = GraphQLError | GraphQLFormattedError;

/** What a failure is called that the department gave no code. */
const DOWNSTREAM = 'DOWNSTREAM_SERVICE_ERROR';

/** Names that the planner gives to what it fetches for departments only; no caller's answer holds them. */
const INTERNAL_ALIAS = /^_internal_qp_alias_\d+$/;

/**
 * Takes over the errors of a root fetch, with paths as the caller knows them.
 *
 * @param run - where they are added
 * @param errors - as the department said them
 * @param data - what it answered beside them, before keys are renamed
 * @param renames - keys that stand under another name in the caller's answer
 */
export function relocateRootErrors(
  run: Run,
  errors: readonly DepartmentError[],
  data: Data | null,
  renames: readonly Rename[],
): void {
  for (const error of errors) run.errors.push(relocated(error, error.path && renamed(error.path, data, renames)));
}

/**
 * Takes over the errors of a fetch of entities: each is put at every place where its entity occurs.
 *
 * @param run - where they are added
 * @param errors - as the department said them
 * @param data - what it answered beside them, before keys are renamed
 * @param batches - the lists of entities of the fetch
 * @param asked - for each list what was asked for
 */
export function relocateEntityErrors(
  run: Run,
  errors: readonly DepartmentError[],
  data: Data | null,
  batches: readonly EntityBatch[],
  asked: readonly Entities[],
): void {
  for (const error of errors) {
    const [key, index, ...rest] = error.path ?? [];
    const position = batches.findIndex(({ plan }) => plan.key === key);
    const [batch, entities] = [batches[position], asked[position]];
    if (!batch || !entities || typeof index !== 'number') {
      run.errors.push(relocated(error, undefined));
      continue;
    }
    const answered = data?.[batch.plan.key];
    const entity: unknown = Array.isArray(answered) ? answered[index] : undefined;
    const inner = renamed(rest, entity, batch.renames);
    const places = placesOf(run, batch.plan.paths, entities, index);
    // One of an entity that nobody asked for has no place, and is told all the same.
    if (places.length === 0) run.errors.push(relocated(error, undefined));
    for (const place of places) run.errors.push(relocated(error, [...place, ...inner]));
  }
}

/**
 * Says that a department answered something that is no answer to what it was asked.
 *
 * @param run - where the error is added
 * @param service - as plans name the department
 * @param path - to something that it should have answered, in the names of the plan
 */
export function addMalformed(run: Run, service: string, path: ResponsePath): void {
  const error = new GraphQLError(`${service} gave an answer that does not fit its question`, {
    extensions: { code: DOWNSTREAM, service },
  });
  run.errors.push(relocated(error, path));
}

/**
 * Every place where an entity occurs.
 *
 * @param run - with the answer so far
 * @param paths - where entities of the fetch stand
 * @param asked - the objects that stand for them, and which entity each one is
 * @param index - of the entity
 */
export function placesOf(
  run: Run,
  paths: readonly TargetPath[],
  { targets, order }: Pick<Entities, 'targets' | 'order'>,
  index: number,
): readonly ResponsePath[] {
  const occurrences = new Set(targets.filter((_, position) => order[position] === index));
  const places: ResponsePath[] = [];
  for (const path of paths) {
    path.locate(run.data ?? {}, (target, place) => {
      if (occurrences.has(target)) places.push([...place]);
    });
  }
  return places;
}

/** Follows a path through an answer and gives renamed keys their names; what no caller asked for ends it. */
function renamed(path: ResponsePath, data: unknown, renames: readonly Rename[]): ResponsePath {
  const result: (string | number)[] = [];
  const names: string[] = [];
  let holder = data;
  for (const segment of path) {
    if (typeof segment === 'string') names.push(segment);
    const rename = typeof segment === 'string' ? renameAt(names, holder, renames) : undefined;
    if (rename === undefined && INTERNAL_ALIAS.test(String(segment))) return result;
    result.push(rename ?? segment);
    holder = isData(holder) || Array.isArray(holder) ? (holder as Data)[segment] : undefined;
  }
  return result;
}

function renameAt(names: readonly string[], holder: unknown, renames: readonly Rename[]): string | undefined {
  return renames.find(
    ({ path, isFor }) =>
      path.length === names.length &&
      path.every((name, index) => name === names[index]) &&
      (!isData(holder) || isFor(holder)),
  )?.to;
}

/**
 * An error at its place in the caller's answer.
 *
 * @param error - as it was told
 * @param path - in the names of the plan; without one the error belongs to the whole answer
 */
export function relocated(error: DepartmentError, path: ResponsePath | undefined): GraphQLError {
  const originalError = error instanceof Error ? error : undefined;
  return new GraphQLError(error.message, {
    ...(path && path.length > 0 ? { path: path.map(callerKey) } : {}),
    originalError:
      originalError instanceof GraphQLError ? (originalError.originalError ?? originalError) : originalError,
    extensions: { ...error.extensions, code: error.extensions?.['code'] ?? DOWNSTREAM },
  });
}
