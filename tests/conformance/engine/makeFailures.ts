import type { FailureGenome } from './DocumentGenome.ts';
import { ANYWHERE, FAILURES, type Failure } from './Failure.ts';
import type { World } from './World.ts';

/**
 * Makes the failures of a case: at fields that the document asks for, so that most of them make a difference.
 *
 * @param genomes - from which they are made
 * @param world - the graph
 * @param touched - the fields that the document asks for, as `Type.field`
 */
export function makeFailures(genomes: readonly FailureGenome[], world: World, touched: readonly string[]): Failure[] {
  return genomes.flatMap((genome): Failure[] => {
    const kind = FAILURES[genome.kind % FAILURES.length] ?? 'throws';
    const isOfEntity = ENTITY_KINDS.has(kind);
    const places = touched
      .flatMap((coordinate) => placesOf(world, coordinate))
      .filter((one) => !isOfEntity || isEntity(world, one));
    const place = places[genome.at % Math.max(places.length, 1)];
    if (!place) return [];
    return [{ ...place, ...(isOfEntity ? { field: '', subgraph: ANYWHERE } : {}), kind, half: genome.half }];
  });
}

function isEntity(world: World, { type }: Place): boolean {
  return world.objects.get(type)?.kind === 'entity';
}

/** Failures of entities that a subgraph is asked for by their keys. */
const ENTITY_KINDS = new Set(['misses', 'refuses']);

type Place = Pick<Failure, 'subgraph' | 'type' | 'field'>;

function placesOf(world: World, coordinate: string): Place[] {
  const [type = '', name = ''] = coordinate.split('.');
  const field = world.objects.get(type)?.fields.find((one) => one.name === name);
  if (field) {
    const holders = field.holders.length > 0 ? field.holders : holdersOfValue(world, type);
    return holders.map((subgraph) => ({ subgraph, type, field: name }));
  }
  return [...world.faces.values()].flatMap(({ name: face, members, object }) =>
    object && members.includes(type) && object.fields.some((one) => one.name === name)
      ? [{ subgraph: object.subgraph, type: face, field: name }]
      : [],
  );
}

function holdersOfValue(world: World, type: string): number[] {
  return world.views.flatMap(({ types }, subgraph) => (types.has(type) ? [subgraph] : []));
}
