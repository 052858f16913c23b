import type { FetchNodePathSegment, OutputRewrite } from '@graphql-hive/router-query-planner';
import { addField, type Coverage } from './Coverage.ts';
import type { DepartmentTypes } from './DepartmentTypes.ts';

/**
 * Lets what a fetch brings stand under the names that its rewrites give.
 *
 * @param all - types of the graph
 * @param covered - what the fetch brings; changed in place
 * @param rewrites - of the fetch's answer
 */
export function renameCovered(
  all: DepartmentTypes,
  covered: Coverage,
  rewrites: readonly OutputRewrite[] | undefined,
): void {
  for (const rewrite of rewrites ?? []) {
    if ('KeyRenamer' in rewrite) rename(all, covered, rewrite.KeyRenamer.path, rewrite.KeyRenamer.renameKeyTo);
  }
}

function rename(
  all: DepartmentTypes,
  covered: Coverage,
  [segment, ...rest]: readonly FetchNodePathSegment[],
  to: string,
  types?: ReadonlySet<string>,
): void {
  if (!segment) return;
  if ('TypenameEquals' in segment) {
    const met = new Set(segment.TypenameEquals.flatMap((name) => all.possible(name)));
    rename(all, covered, rest, to, met);
    return;
  }
  const field = covered.fields.get(segment.Key);
  if (!field) return;
  if (rest.length > 0) {
    rename(all, field.inner, rest, to);
    return;
  }
  addField(covered.at(to), field, (type) => types?.has(type) ?? true);
}
