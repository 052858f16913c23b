import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import { PlanError } from '../plan/PlanError.ts';
import type { TypeFamilies } from '../supergraph/TypeFamilies.ts';
import { isData, ownValue, type Data } from './Data.ts';

/** One change of an answer's or a representation's values. */
export interface Rewrite {
  /**
   * Changes a value in place.
   *
   * @param value - an object, or a list of objects
   * @param typeName - of the object, where it does not say so itself
   */
  readonly apply: (value: unknown, typeName?: string) => void;
  /** What a key renamer does, for the paths of errors. */
  readonly rename: Rename | undefined;
}

/** A key that stands under another name in the caller's answer. */
export interface Rename {
  /** Response names from the fetch's root, or from the entity, to the renamed key. */
  readonly path: readonly string[];
  readonly to: string;
  /** Tells whether the object that holds the key is one whose key is renamed. */
  readonly isFor: (holder: Data) => boolean;
}

type Segment = { readonly key: string } | { readonly typeNames: ReadonlySet<string> };
type Act = (holder: Data, key: string) => void;

/**
 * Compiles the rewrites of a fetch.
 *
 * @param rewrites - as the planner says them
 * @param families - decide type conditions
 * @throws PlanError for one of an unknown kind
 */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  families: TypeFamilies,
): readonly Rewrite[] {
  return (rewrites ?? []).map((rewrite) => compileRewrite(rewrite, families));
}

function compileRewrite(rewrite: FetchRewrite, families: TypeFamilies): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    const segments = segmentsOf(path, families);
    return {
      apply: walker(segments, (holder, key) => {
        const value = ownValue(holder, key);
        if (value === undefined) return;
        holder[renameKeyTo] = value;
        Reflect.deleteProperty(holder, key);
      }),
      rename: renameOf(segments, renameKeyTo),
    };
  }
  const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  if (!Array.isArray(setter.path) || typeof setter.setValueTo !== 'string') {
    throw new PlanError(`The plan holds the rewrite ${Object.keys(rewrite).join()}, which the executor does not know`);
  }
  const { setValueTo } = setter;
  const apply = walker(segmentsOf(setter.path, families), (holder, key) => {
    if (Object.hasOwn(holder, key)) holder[key] = setValueTo;
  });
  return { apply, rename: undefined };
}

function segmentsOf(path: readonly FetchNodePathSegment[], families: TypeFamilies): readonly Segment[] {
  return path.map((segment) => {
    if ('Key' in segment) return { key: segment.Key };
    if ('TypenameEquals' in segment) return { typeNames: families.membersOf(segment.TypenameEquals) };
    throw new PlanError(`The plan holds the path segment ${JSON.stringify(segment)}, which the executor does not know`);
  });
}

function walker(segments: readonly Segment[], act: Act): Rewrite['apply'] {
  const walk = (value: unknown, from: number, typeName: string | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, from, typeName);
      return;
    }
    const segment = segments[from];
    if (!segment || !isData(value)) return;
    if ('typeNames' in segment) {
      if (isOfType(value, segment.typeNames, typeName)) walk(value, from + 1, typeName);
    } else if (from === segments.length - 1) act(value, segment.key);
    else walk(ownValue(value, segment.key), from + 1, undefined);
  };
  return (value, typeName) => {
    walk(value, 0, typeName);
  };
}

/** An object that does not say its type is one of the only type that can stand there. */
function isOfType(value: Data, typeNames: ReadonlySet<string>, fallback: string | undefined): boolean {
  const typeName = value['__typename'] ?? fallback;
  return typeof typeName !== 'string' || typeNames.has(typeName);
}

function renameOf(segments: readonly Segment[], to: string): Rename {
  const path = segments.flatMap((segment) => ('key' in segment ? segment.key : []));
  const condition = segments.at(-2);
  const typeNames = condition && 'typeNames' in condition ? condition.typeNames : undefined;
  return { path, to, isFor: (holder) => typeNames === undefined || isOfType(holder, typeNames, undefined) };
}
