import type { Conditions } from './conditionsOf.ts';

/** A node of a plan, in the form of either planner. */
interface PlanNode {
  readonly kind: string;
  readonly nodes?: readonly PlanNode[];
  readonly node?: PlanNode;
  readonly path?: readonly unknown[];
  readonly serviceName?: string;
  readonly operation?: string;
  readonly requires?: readonly RequiredNode[];
  readonly entityBatch?: { readonly aliases: readonly BatchAlias[] };
  readonly condition?: string;
  readonly ifClause?: PlanNode;
  readonly elseClause?: PlanNode;
}

interface BatchAlias {
  readonly alias: string;
  readonly paths: readonly (readonly unknown[])[];
  readonly requires: readonly RequiredNode[];
}

/** A part of what a representation is made of. */
export interface RequiredNode {
  readonly kind: string;
  readonly name?: string;
  readonly typeCondition?: string;
  readonly selections?: readonly RequiredNode[];
}

/** Where a part of a plan stands. */
interface Place {
  /** Response names on the way, `@` for every item of a list. */
  readonly path: readonly string[];
}

/** One request that a plan makes of a department, with the places whose entities it asks for. */
export interface PlanFetch extends Place {
  readonly service: string;
  readonly operation: string;
  /** Response name of the list of entities, where the fetch has several. */
  readonly alias?: string;
  readonly requires: readonly RequiredNode[];
}

/** What is read of a plan. */
export interface PlanReading {
  /** How often each kind of node occurs. */
  readonly kinds: readonly string[];
  readonly fetches: readonly PlanFetch[];
}

/**
 * Reads a plan of either planner, as far as one request goes through it.
 *
 * @param plan - as `QueryPlan`; nothing where nothing has to be fetched
 * @param conditions - of the request
 */
export function planFetches(plan: unknown, conditions: Conditions): PlanReading {
  const kinds: string[] = [];
  const fetches: PlanFetch[] = [];
  const walk = (node: PlanNode | null | undefined, place: Place): void => {
    if (!node) return;
    kinds.push(node.kind);
    const path = node.path ? [...place.path, ...namesIn(node.path)] : place.path;
    fetches.push(...fetchesOf(node, { path }));
    for (const child of [...(node.nodes ?? []), node.node]) walk(child, { path });
    if (node.condition !== undefined) walk(conditions(node.condition) ? node.ifClause : node.elseClause, { path });
  };
  walk((plan as { node?: PlanNode } | undefined)?.node, { path: [] });
  return { kinds, fetches };
}

function fetchesOf(node: PlanNode, place: Place): PlanFetch[] {
  const { serviceName: service = '', operation = '', requires = [] } = node;
  if (node.kind === 'Fetch') return [{ service, operation, requires, ...place }];
  return (node.entityBatch?.aliases ?? []).flatMap(({ alias, paths, requires: needed }) =>
    paths.map((inner) => ({
      ...place,
      service,
      operation,
      alias,
      path: [...place.path, ...namesIn(inner)],
      requires: needed,
    })),
  );
}

function namesIn(path: readonly unknown[]): string[] {
  return path.flatMap((segment) => {
    if (typeof segment === 'string') return [segment];
    return typeof segment === 'object' && segment !== null && 'Field' in segment ? [String(segment.Field)] : [];
  });
}
