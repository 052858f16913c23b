import type { Field, World } from './World.ts';

/**
 * Every field of a world, those included that a subgraph adds to an interface as an object.
 *
 * @param world - the graph
 */
export function allFields({ objects, faces }: World): Field[] {
  return [...objects.values(), ...[...faces.values()].flatMap(({ object }) => object ?? [])].flatMap(
    ({ fields }) => fields,
  );
}
