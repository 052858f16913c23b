import { allFields } from './allFields.ts';
import type { CaseOutcome } from './runCase.ts';
import type { Field, Required, World } from './World.ts';

/** Where `@apollo/gateway` is known to be the wrong one. */
export interface KnownDifference {
  readonly name: string;
  /** What the specification says; each of them stands in a test of its own. */
  readonly sentence: string;
  /** Whether a case is one of them. */
  matches(outcome: CaseOutcome): boolean;
}

/** Every way in which `@apollo/gateway` is known to differ from graphql-js and the specification. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'introspection below a condition',
    sentence:
      'GraphQL October 2021, 6.3.2: CollectFields follows fragments wherever they stand, so that __schema and __type may stand in a fragment with a condition beside other fields.',
    matches: ({ apollo, question }) =>
      question.text.includes('__') &&
      messagesOf(apollo).some((message) =>
        /find any options for \w*:? ?__(schema|type)|find any options for __/.test(message),
      ),
  },
  {
    name: 'no plan for the type of an interface object',
    sentence:
      'Federation, entity interfaces: a subgraph with @interfaceObject does not know the implementations, so that the router asks a subgraph which defines the interface for __typename.',
    matches: ({ apollo }) =>
      messagesOf(apollo).some((message) => /should have an edge from .* for __typename/.test(message)),
  },
  {
    name: 'no plan for what an interface object adds, below another interface',
    sentence:
      'Federation, entity interfaces: what an interface object adds belongs to every implementation, also where this is reached through another interface or union.',
    matches: ({ apollo }) =>
      messagesOf(apollo).some((message) => /^Was not able to find any options for (?:\w+: )?i\d+x\d+/.test(message)),
  },
  {
    name: 'the type of an interface object is not asked for',
    sentence:
      'GraphQL October 2021, 6.3.2: a fragment applies to the objects of its type, whose type therefore has to be known.',
    matches: ({ apollo, own, world, touched }) =>
      apollo.errors === undefined &&
      isPart(apollo.data, own.data) &&
      [...world.faces.values()].some(
        ({ object, members }) =>
          object && members.some((member) => touched.some((coordinate) => coordinate.startsWith(`${member}.`))),
      ),
  },
  {
    name: 'a list of lists that is collected from two departments',
    sentence:
      'GraphQL October 2021, 6.4.3: each item of a list is completed by itself, and so is each item of a list in it.',
    matches: ({ world, touched }) =>
      [...world.objects.values()].some(({ name: type, fields }) =>
        fields.some(
          ({ name, nonNull, holders }) =>
            nonNull.length > 2 && holders.length > 1 && touched.includes(`${type}.${name}`),
        ),
      ),
  },
  {
    name: 'a required list of lists of objects',
    sentence:
      'GraphQL October 2021, 6.4.3: each item of a list is completed by itself, and so is each item of a list in it.',
    matches: ({ world, touched }) =>
      touchedRequirements(world, touched).some(
        ({ name, nested }) => nested.length > 0 && fieldsNamed(world, name).some(({ nonNull }) => nonNull.length > 2),
      ),
  },
  {
    name: 'a required field that is also asked for with other arguments',
    sentence:
      'Federation, @requires: the fields of a field set are passed as it asks for them, with its arguments, whatever the caller or another field set asks for.',
    matches: ({ world, touched, question }) => {
      const required = touchedRequirements(world, touched);
      return required.some(
        ({ name, args }) =>
          new RegExp(`\\b${name}\\(`).test(question.text) ||
          (Object.keys(args).length > 0 && touched.some((coordinate) => coordinate.endsWith(`.${name}`))) ||
          required.some((other) => other.name === name && isOther(args, other.args)),
      );
    },
  },
  {
    name: 'no data and no error, where a field is left out by a condition',
    sentence:
      'GraphQL October 2021, 7.1.1: "If the data entry in the response is null or not present, the errors entry must be present."',
    matches: ({ apollo, question }) =>
      apollo.data === null && apollo.errors === undefined && /@(?:include|skip)\(/.test(question.text),
  },
  {
    name: 'an object of which every field is skipped',
    sentence:
      'GraphQL October 2021, 3.13.1: a field with @skip "must not be queried if the skip condition is true"; its parent is still there, as an empty map.',
    matches: ({ apollo, whole, failures }) =>
      failures.length === 0 &&
      codesOf(apollo).every((code) => code === 'INVALID_GRAPHQL') &&
      JSON.stringify(whole.data).includes('{}'),
  },
];

/** Whether data lack nothing but some keys. */
function isPart(data: unknown, whole: unknown): boolean {
  if (typeof data !== 'object' || data === null || typeof whole !== 'object' || whole === null) return data === whole;
  const there = new Map(Object.entries(whole));
  return Object.entries(data).every(([key, value]) => INTROSPECTION.test(key) || isPart(value, there.get(key)));
}

/** Response names of introspection, whose lists have no order. */
const INTROSPECTION = /^(?:__schema|__type|shape|mark)$/;

/** What the fields that a document asks for require. */
function touchedRequirements(world: World, touched: readonly string[]): Required[] {
  const names = new Set(touched.map((coordinate) => coordinate.slice(coordinate.indexOf('.') + 1)));
  return allFields(world).flatMap(({ name, requires }) => (names.has(name) ? requires : []));
}

function fieldsNamed(world: World, name: string): Field[] {
  return allFields(world).filter((field) => field.name === name);
}

function isOther(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

function messagesOf({ errors = [] }: CaseOutcome['apollo']): string[] {
  return errors.map(({ message }) => message);
}

function codesOf({ errors = [] }: CaseOutcome['apollo']): unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}
