import { hashOf } from './hashOf.ts';
import type { EnumType, Key, Names } from './World.ts';
import type { EntityGenome, WorldGenome } from './WorldGenome.ts';

/** Every way to name an entity: single, compound, nested, and both. */
const KEYS: readonly Key[] = [
  { text: 'id', fields: ['id'] },
  { text: 'code', fields: ['code'] },
  { text: 'k1 k2', fields: ['k1', 'k2'] },
  { text: 'ref { part }', fields: ['ref'] },
  { text: 'code ref { part }', fields: ['code', 'ref'] },
];

/** An interface before its fields are made. */
export interface DraftFace extends Names {
  readonly ofEntities: boolean;
  readonly home: number;
  readonly isObject: boolean;
}

/** An entity before its fields are made. */
export interface DraftEntity {
  readonly name: string;
  readonly owner: number;
  readonly keys: readonly Key[];
}

/** The names of a world's types and which subgraphs may know them: what has to stand before fields are made. */
export interface Draft {
  readonly genome: WorldGenome;
  readonly values: readonly string[];
  readonly entities: readonly DraftEntity[];
  readonly faces: readonly DraftFace[];
  readonly unions: readonly Names[];
  readonly enums: readonly EnumType[];
  readonly inputs: readonly string[];
  /** Object types that callers may not see. */
  readonly inaccessible: ReadonlySet<string>;
  /** Decides by the world's salt. */
  choose(of: number, ...words: readonly (string | number)[]): number;
  /** Whether a subgraph can name a type. One that declares an interface as an object cannot name its members. */
  isAllowed(subgraph: number, type: string): boolean;
}

/**
 * Plans the types of a world.
 *
 * @param genome - from which all follows
 */
export function draftOf(genome: WorldGenome): Draft {
  const choose = (of: number, ...words: readonly (string | number)[]) => hashOf(genome.salt, ...words) % of;
  const values = genome.values.map((_, at) => `Value${at}`);
  const names = genome.entities.map((_, at) => `Entity${at}`);
  const faces = genome.faces.flatMap((face, at) => {
    if (face.ofValues && face.fields.length === 0) return [];
    const members = pick(face.ofValues ? values : names, face.members);
    const homes = genome.subgraphs - 1;
    return [
      {
        name: `Face${at}`,
        names: members,
        ofEntities: !face.ofValues,
        home: face.home % homes,
        isObject: face.isObject && !face.ofValues,
      },
    ];
  });
  const unions = genome.unions.map((bits, at) => ({ name: `Any${at}`, names: pick([...names, ...values], bits) }));
  const extended = new Set(faces.filter(({ isObject }) => isObject).flatMap((face) => face.names));
  const isApart = (type: string) =>
    [...faces, ...unions].some(({ name, names: all }) => name === type && all.some((one) => extended.has(one)));
  const isObject = (type: string) => faces.some((face) => face.name === type && face.isObject);
  const isAllowed = (subgraph: number, type: string) =>
    subgraph !== genome.subgraphs - 1 || isObject(type) || !(extended.has(type) || isApart(type));
  return {
    genome,
    values,
    entities: genome.entities.map((entity, at) =>
      draftEntity(entity, at, { faces, isAllowed, subgraphs: genome.subgraphs }),
    ),
    faces,
    unions,
    enums: genome.enums.map(draftEnum),
    inputs: genome.inputs.map((_, at) => `Input${at}`),
    inaccessible: new Set([
      ...(values.length > 1 && choose(3, 'hide value') === 0 ? values.slice(-1) : []),
      ...(names.length > 1 && choose(5, 'hide entity') === 0 ? names.slice(-1) : []),
    ]),
    choose,
    isAllowed,
  };
}

function draftEntity(
  { owner, keys }: EntityGenome,
  at: number,
  { faces, isAllowed, subgraphs }: Pick<Draft, 'faces' | 'isAllowed'> & { readonly subgraphs: number },
): DraftEntity {
  const name = `Entity${at}`;
  const isMember = faces.some(({ names }) => names.includes(name));
  const bits = (keys & 31) | (isMember || (keys & 31) === 0 ? 1 : 0);
  const allowed = Array.from({ length: subgraphs }, (_, subgraph) => subgraph).filter((s) => isAllowed(s, name));
  return { name, keys: KEYS.filter((_, key) => bits & (1 << key)), owner: allowed[owner % allowed.length] ?? 0 };
}

function draftEnum(bits: number, at: number): EnumType {
  const names = ['A', 'B', 'C', 'D'].slice(0, 2 + (bits % 3)).map((letter) => `COLOUR${at}_${letter}`);
  return { name: `Colour${at}`, names, inaccessible: bits & 4 ? names.slice(-1) : [] };
}

/** The named ones whose bit is set; the first one always. */
function pick(names: readonly string[], bits: number): readonly string[] {
  return names.filter((_, at) => at === 0 || bits & (1 << at));
}
