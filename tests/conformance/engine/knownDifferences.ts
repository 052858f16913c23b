import { allFields } from './allFields.ts';
import {
  differsOnlyAt,
  differsOnlyBelow,
  fieldNameOf,
  hasEqualData,
  isSilentAbout,
  lacksOnly,
  losesOnly,
  nullsOnly,
} from './differsOnlyAt.ts';
import { executionDifferences } from './executionDifferences.ts';
import type { CaseOutcome } from './runCase.ts';
import type { KnownDifference } from './KnownDifference.ts';
import { asksInConflict, failsIn } from './planFailures.ts';
import { unplannedDifferences } from './unplannedDifferences.ts';
import {
  affectedBy,
  belowUnions,
  besideExcluded,
  besideRequiring,
  fieldsNamed,
  isAskedOtherwise,
  leadingToObjects,
  leadsToObject,
  mayBeHidden,
  requiredBy,
  touchedRequirements,
} from './fieldRelations.ts';
import type { Field, Required } from './World.ts';

/** Response names of `__typename` in these documents, and names of fields that interface objects add. */
const TYPE_NAME = /^(?:alias\d|__typename)$/;
const ADDED = /^i\d+x\d+$/;
/** What graphql-js says of an object whose type callers do not see. */
const HIDDEN = /does not exist inside the schema\.$/;

/** Every way in which `@apollo/gateway` is known to differ from graphql-js and the specification. */
export const knownDifferences: readonly KnownDifference[] = [
  ...unplannedDifferences,
  {
    name: 'the type of an interface object is not asked for',
    sentence:
      'GraphQL October 2021, 6.3.2: a fragment applies to the objects of its type, whose type therefore has to be known.',
    matches: (outcome) => {
      const { apollo, world } = outcome;
      const leading = leadingToObjects(world);
      const isLost = lacksOnly(outcome, (names) => names.slice(0, -1).some((name) => leading.has(name)));
      return !apollo.errors && (isLost || isAllLost(outcome, leading));
    },
  },
  {
    name: 'the type of an interface object that its department does not know',
    sentence:
      'GraphQL October 2021, 6.4.3: the type of an object is resolved before its fields are collected, and a failure to do so is an error of the field.',
    // What is answered without a type may lack something, or be right by chance.
    matches: (outcome) => {
      const leading = leadingToObjects(outcome.world);
      return (
        outcome.failures.length > 0 && isSilentAbout(outcome) && differsOnlyAt(outcome, (name) => leading.has(name))
      );
    },
  },
  {
    name: 'an object of a hidden type, behind an interface object',
    sentence:
      'GraphQL October 2021, 6.4.3: the type of an object is resolved before its fields are collected, and "must be" one of the possible types.',
    matches: (outcome) => {
      const { whole, world } = outcome;
      const isOne = (field: Field): boolean => leadsToObject(world, field) && mayBeHidden(world, field);
      const leading = new Set(allFields(world).flatMap((field) => (isOne(field) ? [field.name] : [])));
      return (
        (whole.errors ?? []).some(({ message }) => HIDDEN.test(message)) &&
        differsOnlyAt(outcome, (name) => leading.has(name))
      );
    },
  },
  {
    name: 'a list of lists that is collected from two departments',
    sentence:
      'GraphQL October 2021, 6.4.3: each item of a list is completed by itself, and so is each item of a list in it.',
    matches: (outcome) => {
      const isShared = ({ nonNull, holders }: Field): boolean => nonNull.length > 2 && holders.length > 1;
      return differsOnlyAt(outcome, (name) => fieldsNamed(outcome.world, name).some(isShared));
    },
  },
  {
    name: 'a required list of lists of objects',
    sentence:
      'GraphQL October 2021, 6.4.3: each item of a list is completed by itself, and so is each item of a list in it.',
    matches: (outcome) => {
      const { world } = outcome;
      const isOne = ({ name, nested }: Required): boolean =>
        nested.length > 0 && fieldsNamed(world, name).some(({ nonNull }) => nonNull.length > 2);
      const affected = affectedBy(world, isOne);
      return differsOnlyAt(outcome, (name) => affected.has(name));
    },
  },
  {
    name: 'a required field that is also asked for with other arguments',
    sentence:
      'Federation, @requires: the fields of a field set are passed as it asks for them, with its arguments, whatever the caller or another field set asks for.',
    matches: (outcome) => {
      const required = touchedRequirements(outcome);
      const confused = new Set(
        required.filter((one) => isAskedOtherwise(outcome, one, required)).map(({ name }) => name),
      );
      const affected = affectedBy(outcome.world, ({ name }) => confused.has(name));
      return differsOnlyAt(outcome, (name) => affected.has(name)) || asksInConflict(outcome);
    },
  },
  {
    name: 'a requirement with requirements of its own',
    sentence:
      'Federation, @requires: the router fetches what the field set names "before" it asks for the field, also where the field set names a field that requires something itself.',
    matches: (outcome) => {
      const { world } = outcome;
      const chained = touchedRequirements(outcome).filter(({ name }) => requiredBy(world, name).length > 0);
      const first = new Set(chained.flatMap(({ name }) => [name, ...requiredBy(world, name)]));
      const affected = affectedBy(world, ({ name }) => first.has(name));
      return differsOnlyAt(outcome, (name) => affected.has(name)) || failsIn(outcome, first);
    },
  },
  {
    name: 'a field beside one that is left out and requires something',
    sentence:
      'GraphQL October 2021, 3.13.1: a field with @skip "must not be queried if the skip condition is true"; what stands beside it is not concerned.',
    matches: (outcome) => {
      const beside = besideRequiring(outcome);
      // What requires something itself follows from the null that it is given.
      const isRequiring = (name: string): boolean => beside.has(name) && requiredBy(outcome.world, name).length > 0;
      return (
        /@(?:skip|include)/.test(outcome.question.text) &&
        differsOnlyAt(outcome, (name) => beside.has(name)) &&
        (nullsOnly(outcome, () => true) || differsOnlyAt(outcome, isRequiring))
      );
    },
  },
  {
    name: 'an object below a fragment on a union, whose type is not asked for',
    sentence:
      'GraphQL October 2021, 6.3.2: CollectFields follows fragments that apply, which is decided by the type of the object; __typename stands in them like any other field.',
    matches: (outcome) => {
      const below = belowUnions(outcome);
      return (
        below.size > 0 &&
        lacksOnly(outcome, (names) => TYPE_NAME.test(names.at(-1) ?? '') || below.has(names.at(-1) ?? ''))
      );
    },
  },
  {
    name: 'a fragment beside one on the same type that is left out, in one on an interface',
    sentence:
      'GraphQL October 2021, 3.13.2: a fragment "must not be queried if either the @skip condition is true or the @include condition is false"; what stands beside it is not concerned.',
    matches: (outcome) => {
      const beside = besideExcluded(outcome);
      return lacksOnly(outcome, (names) => beside.has(names.at(-1) ?? ''));
    },
  },
  {
    name: 'the type of an object to which an interface object adds fields',
    sentence:
      'Federation, entity interfaces: what a subgraph with @interfaceObject calls the interface is of the implementing type for callers, whatever is fetched first.',
    matches: (outcome) => {
      // Where the added field itself is skipped, what was lost is known by its type.
      const isAsked = outcome.touched.some((coordinate) => ADDED.test(coordinate.slice(coordinate.indexOf('.') + 1)));
      // Of an object that is lost in any case nothing is said, or a part is left; the own answer is the whole's while nothing fails.
      const isUnsaid = isSilentAbout(outcome) && (outcome.failures.length === 0 || hasEqualData(outcome));
      return (
        losesOnly(outcome, (name) => ADDED.test(name) || (isAsked && TYPE_NAME.test(name))) ||
        (isUnsaid && differsOnlyAt(outcome, (name) => ADDED.test(name)))
      );
    },
  },
  {
    name: 'an object of a hidden type in a list of lists',
    isOnlyRandom: true,
    sentence:
      'GraphQL October 2021, 6.4.4: "If all fields from the root of the request to the source of the field error return Non-Null types", and no others, data is null: a nullable item ends it.',
    matches: (outcome) => {
      const { errors = [] } = outcome.apollo;
      const isOne = ({ nonNull }: Field): boolean => nonNull.length > 2;
      return (
        errors.some(({ message }) => /^Invalid __typename found/.test(message)) &&
        differsOnlyAt(outcome, (name) => fieldsNamed(outcome.world, name).some(isOne))
      );
    },
  },
  {
    name: 'entities are asked for without their key',
    isOnlyRandom: true,
    sentence:
      'Apollo Federation subgraph specification: a representation holds __typename and "fields and values for exactly one of the entity\'s @keys".',
    matches: (outcome) => {
      const { errors = [] } = outcome.apollo;
      const places = errors.filter(({ message }) => /^No key of /.test(message)).map(({ path = [] }) => path);
      const above = places.map((path) => path.slice(0, path.indexOf('@') >= 0 ? path.indexOf('@') : -1));
      return places.length > 0 && differsOnlyBelow(outcome, above);
    },
  },
  {
    name: 'a member that not all departments know, behind a field that they share',
    sentence:
      'GraphQL October 2021, 6.3.2: a fragment applies to an object by the type that this has, whichever department says it.',
    // Departments of random graphs answer what they share with objects of types that all of them know.
    matches: () => false,
  },
  {
    name: 'a number with more digits than a double has',
    sentence:
      'GraphQL October 2021, 3.5: how a custom scalar coerces its input is up to the service that defines it, which has to be told the literal as it was written.',
    // Random documents hold small numbers.
    matches: () => false,
  },
  {
    name: 'an object of which every field is skipped',
    sentence:
      'GraphQL October 2021, 3.13.1: a field with @skip "must not be queried if the skip condition is true"; its parent is still there, as an empty map.',
    matches: (outcome) =>
      outcome.failures.length === 0 &&
      (outcome.apollo.errors ?? []).every(({ extensions }) => extensions['code'] === 'INVALID_GRAPHQL') &&
      // Lists that hold no object, as the department would have said, are not asked for either.
      nullsOnly(outcome, (value) => /\{\}|\[(?:null(?:,null)*)?\]/.test(JSON.stringify(value))),
  },
  {
    name: 'an object of a hidden type of which every field is skipped',
    sentence:
      'GraphQL October 2021, 6.4.3: the type of an object is resolved before its fields are collected, and "must be" one of the possible types.',
    matches: ({ own, apollo, whole }) =>
      hasEqualData({ own, apollo }) &&
      apollo.errors === undefined &&
      (whole.errors ?? []).every(({ message }) => HIDDEN.test(message)),
  },
  ...executionDifferences,
];

/** Whether the null of a missing type went up to the top, of which nothing is said either. */
function isAllLost({ apollo, whole, failures }: CaseOutcome, leading: ReadonlySet<string>): boolean {
  const asked = Object.keys(whole.data ?? {}).map(fieldNameOf);
  return failures.length === 0 && apollo.data === null && asked.some((name) => leading.has(name));
}
