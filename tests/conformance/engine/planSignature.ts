import { getNamedType, Kind, parse, TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import { conditionsOf, withoutExcluded, type Conditions } from './conditionsOf.ts';
import type { Question } from './Contestant.ts';
import type { OpenedWorld } from './openWorld.ts';
import { planFetches, type PlanFetch, type RequiredNode } from './planFetches.ts';

/**
 * What a plan asks of whom, where, and by which keys for one request, without the order and the form in which it asks.
 *
 * Two plans with the same signature have to give the same answer also where departments fail. Plans that differ may
 * differ in the answer as well: what one asks of a department that fails, the other may ask of one that does not.
 *
 * @param opened - the subgraphs' schemas
 * @param plan - of either planner
 * @param question - the request
 */
export function planSignature(opened: OpenedWorld, plan: unknown, question: Question): string {
  const conditions = conditionsOf(question);
  const lines = planFetches(plan, conditions).fetches.flatMap((fetch) => describe(opened, fetch, conditions));
  return [...new Set(lines)].toSorted().join('\n');
}

/** The fields that a fetch asks for: their types, and the fields on the way to them. */
function fetchedFields(opened: OpenedWorld, fetch: PlanFetch, conditions: Conditions): string[] {
  const schema = opened.subgraphs[opened.world.subgraphs.indexOf(fetch.service.toLowerCase())];
  if (!schema) return [];
  const types = new TypeInfo(schema);
  const found = new Set<string>();
  const way: string[] = [];
  visit(
    withoutExcluded(ofAlias(parse(fetch.operation, { noLocation: true }), fetch.alias), conditions),
    visitWithTypeInfo(types, {
      Field: {
        enter: ({ name }) => {
          const parent = types.getParentType();
          way.push(name.value);
          if (parent && name.value !== '__typename' && name.value !== '_entities')
            found.add(`${getNamedType(parent).name} ${way.join('.')}`);
        },
        leave: () => void way.pop(),
      },
    }),
  );
  return [...found];
}

function describe(opened: OpenedWorld, fetch: PlanFetch, conditions: Conditions): string[] {
  const keys = [...new Set(namesIn(fetch.requires))].toSorted().join(',');
  const place = `${fetch.service.toLowerCase()} ${fetch.path.join('.')} (${keys})`;
  return [`${place}: ${fetchedFields(opened, fetch, conditions).toSorted().join(' ')}`];
}

function namesIn(required: readonly RequiredNode[]): string[] {
  return required.flatMap(({ name, selections = [] }) => [
    ...(name === undefined || name === '__typename' ? [] : [name]),
    ...namesIn(selections),
  ]);
}

/** The part of a fetch that asks for one list of entities. */
function ofAlias(document: DocumentNode, alias: string | undefined): DocumentNode {
  if (alias === undefined) return document;
  return visit(document, {
    Field: (field) =>
      field.name.value === '_entities' && field.alias?.kind === Kind.NAME && field.alias.value !== alias
        ? null
        : undefined,
  });
}
