import { draftOf } from './Draft.ts';
import { makeEntities, makeFaces, makeRoots, makeValues } from './makeObjects.ts';
import { makeInput } from './makeInput.ts';
import { viewOf } from './viewOf.ts';
import { withObjectRequires, withProvides, withRequires } from './relateFields.ts';
import type { World } from './World.ts';
import type { WorldGenome } from './WorldGenome.ts';

/**
 * Makes a world that composes, nearly always: what a subgraph names it declares, and every entity can be reached from
 * every subgraph that names it, over its owner, who knows all its keys.
 *
 * @param genome - from which all follows
 */
export function makeWorld(genome: WorldGenome): World {
  const draft = draftOf(genome);
  const values = byName(makeValues(draft));
  const required = makeEntities(draft).map((type, at) =>
    withRequires(type, genome.entities[at]?.fields ?? [], values, draft),
  );
  const targets = byName(required);
  const entities = required.map((type) => withProvides(type, targets, draft));
  const roots = makeRoots(draft).map((type) => withProvides(type, targets, draft));
  const faces = makeFaces(draft).map((face) =>
    withObjectRequires(
      face,
      required.filter(({ name }) => face.members.includes(name)),
      values,
      draft,
    ),
  );
  const inputs = genome.inputs.map((fields, at) => ({
    name: `Input${at}`,
    fields: fields.map((field, index) => {
      const input = makeInput(field, `in${at}f${index}`, draft, draft.inputs.slice(0, at));
      return index === 0 ? { ...input, inaccessible: false } : input;
    }),
  }));
  const world = {
    subgraphs: ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].slice(0, genome.subgraphs),
    objects: byName([...roots, ...entities, ...values.values()]),
    faces: byName(faces),
    unions: byName(draft.unions),
    enums: byName(draft.enums),
    inputs: byName(inputs),
  };
  return { ...world, views: world.subgraphs.map((_, subgraph) => viewOf(world, subgraph, draft)) };
}

function byName<T extends { readonly name: string }>(named: readonly T[]): Map<string, T> {
  return new Map(named.map((one) => [one.name, one]));
}
