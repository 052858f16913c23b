import type { Draft, DraftEntity, DraftFace } from './Draft.ts';
import { makeField, type FieldPlace } from './makeField.ts';
import type { Face, Field, ObjectType } from './World.ts';
import type { FieldGenome } from './WorldGenome.ts';

const OWN = { share: false, override: false, hide: false };

/**
 * Makes the values: object types without a key, which every subgraph that names them declares alike.
 *
 * @param draft - the types that exist
 */
export function makeValues(draft: Draft): ObjectType[] {
  const without = new Set([...draft.inaccessible, ...apart(draft)]);
  return draft.genome.values.map((genomes, at) => {
    const name = draft.values[at] ?? '';
    const place: FieldPlace = { prefix: `v${at}f`, subgraphs: [], can: { ...OWN, hide: true }, without };
    const own = genomes.map((genome, index) => ({ ...makeField(genome, index, place, draft), holders: [] }));
    const fields = [...facing(name, [], draft), ...own];
    return { name, kind: 'value', keys: [], fields, hidden: [], inaccessible: draft.inaccessible.has(name) };
  });
}

/**
 * Makes the entities.
 *
 * @param draft - the types that exist
 */
export function makeEntities(draft: Draft): ObjectType[] {
  return draft.entities.map(({ name, keys, owner }, at) => {
    const subgraphs = subgraphsOf(draft, name);
    const place: FieldPlace = { prefix: `e${at}f`, subgraphs, can: { share: true, override: true, hide: true } };
    const own = (draft.genome.entities[at]?.fields ?? []).map((genome, index) =>
      makeField(genome, index, index === 0 ? { ...place, without: draft.inaccessible } : place, draft),
    );
    const hides = keys.length > 1 && draft.choose(4, name, 'hide key') === 0;
    return {
      name,
      kind: 'entity',
      keys,
      owner,
      fields: [...facing(name, subgraphs, draft), ...own],
      hidden: hides ? ['code'] : [],
      inaccessible: draft.inaccessible.has(name),
    };
  });
}

/**
 * Makes the interfaces, with what another subgraph adds to them as objects.
 *
 * @param draft - the types that exist
 */
export function makeFaces(draft: Draft): Face[] {
  return draft.faces.map(({ name, names, ofEntities, home, isObject }) => {
    const at = Number(name.slice('Face'.length));
    const genome = draft.genome.faces[at];
    const subgraph = draft.genome.subgraphs - 1;
    const place = { prefix: `i${at}x`, subgraphs: [subgraph], can: OWN, without: draft.inaccessible };
    const fields = (genome?.objectFields ?? []).map((field, index) => makeField(field, index, place, draft));
    return {
      name,
      members: names,
      ofEntities,
      fields: (genome?.fields ?? []).map((_, index) => `i${at}f${index}`),
      home,
      ...(isObject ? { object: { subgraph, fields } } : {}),
    };
  });
}

/**
 * Makes the root types.
 *
 * @param draft - the types that exist
 */
export function makeRoots(draft: Draft): ObjectType[] {
  const all = Array.from({ length: draft.genome.subgraphs }, (_, subgraph) => subgraph);
  const root = (name: string, genomes: readonly FieldGenome[], place: FieldPlace): ObjectType => ({
    name,
    kind: 'root',
    keys: [],
    fields: genomes.map((genome, at) =>
      makeField(genome, at, at === 0 ? { ...place, without: draft.inaccessible } : place, draft),
    ),
    hidden: [],
    inaccessible: false,
  });
  const { query, mutation } = draft.genome;
  const asked = { prefix: 'q', subgraphs: all, can: { share: true, override: true, hide: true } };
  const done = { prefix: 'm', subgraphs: all, can: { ...OWN, hide: true } };
  const roots = [root('Query', query, asked)];
  return mutation.length > 0 ? [...roots, root('Mutation', mutation, done)] : roots;
}

/** The fields that a type has because of its interfaces. A spread interface has some of them in other subgraphs. */
function facing(type: string, subgraphs: readonly number[], draft: Draft): Field[] {
  const faces = draft.faces.filter(({ names }) => names.includes(type));
  const without = new Set([...draft.inaccessible, ...apart(draft)]);
  return faces.flatMap((face) => {
    const at = Number(face.name.slice('Face'.length));
    const place: FieldPlace = { prefix: `i${at}f`, subgraphs: [face.home], can: OWN, without };
    return (draft.genome.faces[at]?.fields ?? []).map((genome, index) => {
      const holders = face.ofEntities ? [holderOf(face, type, subgraphs, draft)] : [];
      const field = makeField(genome, index, place, draft);
      return { ...field, holders, args: field.args.map((arg) => ({ ...arg, inaccessible: false })) };
    });
  });
}

function holderOf(face: DraftFace, type: string, subgraphs: readonly number[], draft: Draft): number {
  const spread = draft.genome.faces[Number(face.name.slice('Face'.length))]?.spread === true;
  if (!spread || draft.choose(2, face.name, type, 'spread') === 0) return face.home;
  return subgraphs[draft.choose(subgraphs.length, face.name, type)] ?? face.home;
}

function subgraphsOf(draft: Draft, type: DraftEntity['name']): number[] {
  return Array.from({ length: draft.genome.subgraphs }, (_, at) => at).filter((one) => draft.isAllowed(one, type));
}

/** What the last subgraph cannot name where it declares an interface as an object. */
function apart(draft: Draft): string[] {
  const last = draft.genome.subgraphs - 1;
  const types = [...draft.entities, ...draft.faces, ...draft.unions].map(({ name }) => name);
  const objects = draft.faces.filter(({ isObject }) => isObject).map(({ name }) => name);
  return types.filter((type) => objects.includes(type) || !draft.isAllowed(last, type));
}
