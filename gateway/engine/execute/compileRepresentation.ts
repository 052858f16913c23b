import type {
  FieldRequiresNode,
  InlineFragmentRequiresNode,
  InputRewrite,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { PlanError } from '../plan/PlanError.ts';
import type { TypeFamilies } from '../supergraph/TypeFamilies.ts';
import { isData, ownValue, type Data } from '../answer/Data.ts';
import { compileRewrites } from '../answer/Rewrite.ts';
import type { Variables } from './Run.ts';

/**
 * Makes the representation by which a department recognises an entity.
 *
 * @param entity - what is known of it
 * @param coerced - variables, which decide conditions
 * @returns `undefined` where a part that the department needs was never answered, or the type is another one
 */
export type Represent = (entity: Data, coerced: Variables) => Data | undefined;

/** Fills one part of a representation; false where that part was never answered. */
type Fill = (target: Data, entity: Data, coerced: Variables) => boolean;

const ABSENT = Symbol('absent');

/**
 * Compiles what a fetch requires of its entities.
 *
 * A part that was answered with null is sent as null: the department decides what to make of it. A part that is
 * missing, since another department failed, keeps the whole representation from being sent.
 *
 * @param requires - as the planner says it
 * @param rewrites - of the finished representation
 * @param families - decide type conditions
 * @throws PlanError for a selection of an unknown kind
 */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  rewrites: readonly InputRewrite[] | undefined,
  families: TypeFamilies,
): Represent {
  const byType = new Map<string, Represent>();
  const changes = compileRewrites(rewrites, families);
  const compileFor = (typeName: string): Represent => {
    const fills = compileFills(requires, typeName, families);
    return (entity, coerced) => {
      const representation: Data = { __typename: typeName };
      for (const fill of fills) if (!fill(representation, entity, coerced)) return undefined;
      for (const { apply } of changes) apply(representation);
      return representation;
    };
  };
  return (entity, coerced) => {
    const typeName = entity['__typename'];
    if (typeof typeName !== 'string') return undefined;
    let represent = byType.get(typeName);
    if (!represent) {
      represent = isAsked(requires, typeName, families) ? compileFor(typeName) : () => undefined;
      byType.set(typeName, represent);
    }
    return represent(entity, coerced);
  };
}

function isAsked(requires: readonly RequiresSelection[], typeName: string, families: TypeFamilies): boolean {
  return requires.some(
    (selection) => selection.kind !== 'InlineFragment' || families.satisfies(typeName, selection.typeCondition),
  );
}

/** The parts for objects of one type, or for objects whose type is not known before it is read. */
function compileFills(
  selections: readonly RequiresSelection[],
  typeName: string | undefined,
  families: TypeFamilies,
): readonly Fill[] {
  return selections.flatMap((selection): readonly Fill[] => {
    switch (selection.kind) {
      case 'Field':
        return selection.name === '__typename' && typeName !== undefined ? [] : [compileField(selection, families)];
      case 'InlineFragment':
        return compileFragment(selection, typeName, families);
      default:
        throw new PlanError('A fetch of the plan requires a named fragment, which the executor does not know');
    }
  });
}

function compileFragment(
  node: InlineFragmentRequiresNode,
  typeName: string | undefined,
  families: TypeFamilies,
): readonly Fill[] {
  const { typeCondition, skipIf, includeIf } = node;
  if (typeName !== undefined && !families.satisfies(typeName, typeCondition)) return [];
  const fills = compileFills(node.selections, typeName, families);
  if (typeName !== undefined && !skipIf && !includeIf) return fills;
  return [
    (target, entity, coerced) => {
      const actual = entity['__typename'];
      if (typeof actual === 'string' && !families.satisfies(actual, typeCondition)) return true;
      if (skipIf && coerced[skipIf] === true) return true;
      if (includeIf && coerced[includeIf] !== true) return true;
      return fills.every((fill) => fill(target, entity, coerced));
    },
  ];
}

function compileField({ name, alias, selections }: FieldRequiresNode, families: TypeFamilies): Fill {
  const key = alias ?? name;
  if (!selections || selections.length === 0) {
    return (target, entity) => {
      const value = ownValue(entity, name);
      // What is inside a required object says its type only where the planner asked for it.
      if (value === undefined) return name === '__typename';
      target[key] = value;
      return true;
    };
  }
  const fills = compileFills(selections, undefined, families);
  return (target, entity, coerced) => {
    const value = pick(ownValue(entity, name), target[key], fills, coerced);
    if (value === ABSENT) return false;
    target[key] = value;
    return true;
  };
}

/** Fragments may ask for several parts of the same object, so what is there already is added to. */
function pick(value: unknown, present: unknown, fills: readonly Fill[], coerced: Variables): unknown {
  if (value === undefined) return ABSENT;
  if (Array.isArray(value)) {
    const items = value.map((item, index) =>
      pick(item ?? null, Array.isArray(present) ? present[index] : undefined, fills, coerced),
    );
    return items.includes(ABSENT) ? ABSENT : items;
  }
  if (!isData(value)) return value;
  const target: Data = isData(present) ? present : {};
  return fills.every((fill) => fill(target, value, coerced)) ? target : ABSENT;
}
