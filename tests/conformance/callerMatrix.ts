import { Kind, parse } from 'graphql';
import type { Door } from '../../gateway/doors/Door.ts';
import { gatewaySubgraph } from '../../gateway/limits/gatewaySubgraph.ts';
import { AUDIENCES, type Audience } from '../../src/identity/Caller.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { readDemands, type Demand } from './Demand.ts';

/** A kind of caller, as the SDL's words speak of it. */
export interface CallerKind {
  readonly audience: Audience;
  /** Its scopes; `tax:*` stands for all of a department. None unless given. */
  readonly scopes?: readonly string[];
  readonly isSubject?: boolean;
  /** Whether it uses an authorisation with each request. */
  readonly spends?: boolean;
}

/**
 * Reads what all departments together, and the gateway itself, demand of the callers of each coordinate: where two speak of it, both count, and
 * what a field returns counts wherever it is declared. Read from the SDL's text, not by the code under test.
 *
 * @param departments - all of them
 */
export function demandsOfAll(departments: readonly SubgraphDefinition[]): ReadonlyMap<string, Demand> {
  const sdls = [...departments, gatewaySubgraph()].map(({ sdl }) => sdl);
  const parts = new Map<string, Demand[]>();
  const add = (coordinate: string, demand: Demand | undefined): void => {
    if (demand) parts.set(coordinate, [...(parts.get(coordinate) ?? []), demand]);
  };
  for (const sdl of sdls) for (const [coordinate, demand] of readDemands(sdl)) add(coordinate, demand);
  const types = new Map([...parts].map(([coordinate, demands]) => [coordinate, demands]));
  for (const { coordinate, type, returned } of sdls.flatMap(fieldsOf)) {
    for (const demand of [...(types.get(returned) ?? []), ...(types.get(type) ?? [])]) add(coordinate, demand);
  }
  return new Map([...parts].map(([coordinate, demands]) => [coordinate, sum(demands)]));
}

/**
 * Tells whether a coordinate must not exist at a door: nobody who may come in could use it.
 *
 * @param demand - of the coordinate
 * @param door - the door
 */
export function isAbsent({ audience, scopes, notSubject }: Demand, door: Door): boolean {
  const isTooWide = AUDIENCES.indexOf(audience) > AUDIENCES.indexOf(door.audience);
  return (
    isTooWide || (door.audience === 'SUBJECT' && notSubject) || scopes.some((scope) => scope.startsWith('service:'))
  );
}

function meets(kind: CallerKind, { audience, scopes, notSubject }: Demand): boolean {
  const held = kind.scopes ?? [];
  const holds = (scope: string): boolean => held.includes(scope) || held.includes(`${scope.split(':')[0] ?? ''}:*`);
  const reaches = AUDIENCES.indexOf(kind.audience) >= AUDIENCES.indexOf(audience);
  return reaches && scopes.every(holds) && !(notSubject && kind.isSubject === true);
}

/** Whether all is held that a department has: what each does in its own name asks for a scope of its own, which no SDL can name. */
function holdsOwn({ scopes = [] }: CallerKind): boolean {
  return scopes.some((scope) => scope.endsWith(':*'));
}

/**
 * Where a row decides beside the kind of caller: who looked at an enterprise is told to auditors and to itself, and the enterprises asked about
 * here are others'; authorisations are an enterprise's own to give and take back. Departments judge, report and link in their own name.
 */
const ROWS_DECIDE: Readonly<Record<string, (kind: CallerKind) => boolean>> = {
  'Enterprise.accessRecords': ({ scopes = [] }) => scopes.includes('gateway:audit:read'),
  'Mutation.authorisationGrant': ({ isSubject = false }) => isSubject,
  'Mutation.authorisationRevoke': ({ isSubject = false }) => isSubject,
  ...Object.fromEntries(
    [
      ...['Query.linkCandidates', 'Mutation.confirmLink', 'Mutation.rejectLink'],
      ...['Mutation.commitmentConfirm', 'Mutation.commitmentFindFalse', 'Mutation.commitmentRefuse'],
      ...['Create', 'Correct', 'Annul'].map((step) => `Mutation.measureExecution${step}`),
    ].map((coordinate) => [coordinate, holdsOwn]),
  ),
};

/**
 * Tells whether a kind of caller has to be refused a coordinate.
 *
 * @param kind - who asks
 * @param coordinate - what is asked for
 * @param demands - of all coordinates
 */
export function isRefused(kind: CallerKind, coordinate: string, demands: ReadonlyMap<string, Demand>): boolean {
  const demand = demands.get(coordinate);
  if (!demand) throw new Error(`${coordinate} demands nothing`);
  return !meets(kind, demand) || ROWS_DECIDE[coordinate]?.(kind) === false;
}

function sum(demands: readonly Demand[]): Demand {
  const widest = Math.max(...demands.map(({ audience }) => AUDIENCES.indexOf(audience)));
  return {
    audience: AUDIENCES[widest] ?? 'OPEN',
    scopes: [...new Set(demands.flatMap(({ scopes }) => scopes))],
    notSubject: demands.some(({ notSubject }) => notSubject),
  };
}

interface DeclaredField {
  readonly coordinate: string;
  readonly type: string;
  readonly returned: string;
}

function fieldsOf(sdl: string): readonly DeclaredField[] {
  return parse(sdl).definitions.flatMap((node) => {
    if (!('fields' in node)) return [];
    const type = node.name.value;
    return (node.fields ?? []).flatMap((field): DeclaredField[] => {
      if (field.kind !== Kind.FIELD_DEFINITION) return [];
      let returned = field.type;
      while (returned.kind !== Kind.NAMED_TYPE) returned = returned.type;
      return [{ coordinate: `${type}.${field.name.value}`, type, returned: returned.name.value }];
    });
  });
}
