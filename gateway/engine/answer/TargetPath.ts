import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { PlanError } from '../plan/PlanError.ts';
import type { TypeFamilies } from '../supergraph/TypeFamilies.ts';
import { isData, ownValue, type Data } from './Data.ts';

/** A place in a response. */
export type ResponsePath = readonly (string | number)[];

/** Told of an object and of its place, which is valid during the call only. */
type VisitPlace = (target: Data, place: ResponsePath) => void;

type Segment =
  | { readonly field: string; readonly typeNames?: undefined }
  | { readonly field?: undefined; readonly typeNames: ReadonlySet<string> };

/**
 * Where in the answer the entities of a fetch stand.
 *
 * Lists on the way are entered wherever they stand and however deep they nest: the planner writes one `@` for a list
 * of lists.
 */
export class TargetPath {
  readonly #segments: readonly Segment[];
  /** Response names on the way, without list indices and type conditions. */
  readonly names: readonly string[];
  /** As an operator reads it, for instance `enterprises.@.address`. */
  readonly label: string;

  /**
   * @param path - as the planner says it
   * @param families - decide type conditions
   * @throws PlanError for a segment of an unknown kind
   */
  constructor(path: readonly FlattenNodePathSegment[], families: TypeFamilies) {
    this.#segments = path.flatMap((segment) => (segment === '@' ? [] : [segmentOf(segment, families)]));
    this.names = this.#segments.flatMap(({ field }) => field ?? []);
    this.label = path.map(describe).join('.');
  }

  /**
   * Collects the objects at this path.
   *
   * @param data - the root of the answer
   * @param targets - where they are put, in document order
   */
  collect(data: Data, targets: Data[]): void {
    collect(data, this.#segments, 0, targets);
  }

  /**
   * Visits the objects at this path with their places. Slower than {@link collect}: for errors only.
   *
   * @param data - the root of the answer
   * @param visit - called in document order
   */
  locate(data: Data, visit: VisitPlace): void {
    locate(data, this.#segments, 0, [], visit);
  }
}

function segmentOf(segment: Exclude<FlattenNodePathSegment, '@'>, families: TypeFamilies): Segment {
  if ('Field' in segment) return { field: segment.Field };
  if ('TypeCondition' in segment) return { typeNames: families.membersOf(segment.TypeCondition) };
  throw new PlanError(`The plan holds the path segment ${JSON.stringify(segment)}, which the executor does not know`);
}

function describe(segment: FlattenNodePathSegment): string {
  if (segment === '@') return '@';
  return 'Field' in segment ? segment.Field : `|[${segment.TypeCondition.join('|')}]`;
}

function collect(value: unknown, segments: readonly Segment[], from: number, targets: Data[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, segments, from, targets);
    return;
  }
  if (!isData(value)) return;
  const segment = segments[from];
  if (!segment) targets.push(value);
  else if (segment.field !== undefined) collect(ownValue(value, segment.field), segments, from + 1, targets);
  else if (isOfType(value, segment.typeNames)) collect(value, segments, from + 1, targets);
}

function locate(
  value: unknown,
  segments: readonly Segment[],
  from: number,
  place: (string | number)[],
  visit: VisitPlace,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      at(index, place, () => {
        locate(item, segments, from, place, visit);
      });
    return;
  }
  if (!isData(value)) return;
  const segment = segments[from];
  if (!segment) visit(value, place);
  else if (segment.field !== undefined) {
    const { field } = segment;
    at(field, place, () => {
      locate(ownValue(value, field), segments, from + 1, place, visit);
    });
  } else if (isOfType(value, segment.typeNames)) locate(value, segments, from + 1, place, visit);
}

function at(step: string | number, place: (string | number)[], inside: () => void): void {
  place.push(step);
  inside();
  place.pop();
}

/** An object that does not say its type is of the only type that can stand there. */
function isOfType(value: Data, typeNames: ReadonlySet<string>): boolean {
  const typeName = value['__typename'];
  return typeof typeName !== 'string' || typeNames.has(typeName);
}
