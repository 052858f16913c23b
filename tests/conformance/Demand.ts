import { Kind, parse, type ConstDirectiveNode, type TypeNode } from 'graphql';
import { AUDIENCES, type Audience, type Caller } from '../../src/identity/Caller.ts';

/** What the SDL demands of the callers of one coordinate, read from its text without the code under test. */
export interface Demand {
  readonly audience: Audience;
  readonly scopes: readonly string[];
  /** Whether it is withheld from the enterprise concerned. */
  readonly notSubject: boolean;
}

/**
 * Reads the demand on every object type, interface and field, by coordinate.
 *
 * @param sdl - the subgraph's SDL as composition reads it
 */
export function readDemands(sdl: string): Map<string, Demand> {
  const types = new Map<string, Demand[]>();
  const fields: { type: string; field: string; own: Demand[]; returns: string }[] = [];
  for (const node of parse(sdl).definitions) {
    if (
      node.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      node.kind !== Kind.OBJECT_TYPE_EXTENSION &&
      node.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      node.kind !== Kind.INTERFACE_TYPE_EXTENSION
    )
      continue;
    const type = node.name.value;
    types.set(type, [...(types.get(type) ?? []), ...readDirectives(node.directives)]);
    for (const { name, directives, type: returned } of node.fields ?? [])
      fields.push({ type, field: name.value, own: readDirectives(directives), returns: namedType(returned) });
  }
  return new Map([
    ...[...types].map(([type, own]) => [type, sum(own)] as const),
    ...fields.map(({ type, field, own, returns }) => {
      const all = [...own, ...(types.get(type) ?? []), ...(types.get(returns) ?? [])];
      return [`${type}.${field}`, sum(all)] as const;
    }),
  ]);
}

/**
 * Tells whether anybody is kept out.
 *
 * @param demand - undefined for what the SDL does not speak of
 */
export function isGuarded(demand: Demand | undefined): demand is Demand {
  return demand !== undefined && (demand.audience !== 'OPEN' || demand.scopes.length > 0 || demand.notSubject);
}

/**
 * Gives callers who each miss a demand by one thing, and one who misses everything.
 *
 * @param demand - above OPEN
 */
export function nearMisses(demand: Demand): Caller[] {
  const below = AUDIENCES[AUDIENCES.indexOf(demand.audience) - 1];
  const callers = demand.scopes.map((missing) => entitled(demand, (scope) => scope !== missing));
  if (below) callers.push({ ...entitled(demand), audience: below });
  if (demand.notSubject) callers.push({ ...entitled(demand), subject: '91350100M000100Y43' });
  return [{ audience: 'OPEN', scopes: new Set() }, ...callers];
}

/**
 * Gives the least caller who meets a demand.
 *
 * @param demand - any demand
 * @param keep - scopes to hold; all unless told
 */
export function entitled(demand: Demand, keep: (scope: string) => boolean = () => true): Caller {
  return {
    audience: demand.audience,
    department: 'other',
    scopes: new Set(['other:*', ...demand.scopes.filter(keep)]),
  };
}

function readDirectives(directives: readonly ConstDirectiveNode[] = []): Demand[] {
  return directives
    .filter(({ name }) => name.value === 'access')
    .map(({ arguments: given = [] }) => {
      const read = (name: string): string | undefined => {
        const value = given.find((argument) => argument.name.value === name)?.value;
        return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
      };
      const scope = read('scope');
      const notSubject = given.some(
        ({ name, value }) => name.value === 'subject' && value.kind === Kind.BOOLEAN && !value.value,
      );
      const audience = (read('audience') ?? 'OPEN') as Audience;
      return { audience, scopes: scope === undefined ? [] : [scope], notSubject };
    });
}

function sum(demands: readonly Demand[]): Demand {
  const highest = [...AUDIENCES].reverse().find((audience) => demands.some((demand) => demand.audience === audience));
  const notSubject = demands.some((demand) => demand.notSubject);
  return { audience: highest ?? 'OPEN', scopes: demands.flatMap(({ scopes }) => scopes), notSubject };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
