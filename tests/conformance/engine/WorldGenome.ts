import fc from 'fast-check';

/** From which a field is made. Every number is taken modulo what there is to choose from, so all genomes are valid. */
export interface FieldGenome {
  readonly base: number;
  readonly nonNull: number;
  readonly depth: number;
  readonly holder: number;
  readonly feature: number;
  readonly args: readonly InputGenome[];
}

/** From which an argument or a field of an input object is made. */
export interface InputGenome {
  readonly base: number;
  readonly nonNull: number;
  readonly depth: number;
  readonly byDefault: number;
}

/** From which an interface is made. */
export interface FaceGenome {
  readonly ofValues: boolean;
  readonly members: number;
  readonly home: number;
  readonly spread: boolean;
  readonly isObject: boolean;
  readonly fields: readonly FieldGenome[];
  readonly objectFields: readonly FieldGenome[];
}

/** From which an entity is made. */
export interface EntityGenome {
  readonly owner: number;
  readonly keys: number;
  readonly fields: readonly FieldGenome[];
}

/** From which a world is made: numbers and lists only, so that fast-check shrinks it to the smallest failing graph. */
export interface WorldGenome {
  readonly subgraphs: number;
  /** Decides what no other number decides, such as the keys that each subgraph knows. */
  readonly salt: number;
  readonly enums: readonly number[];
  readonly inputs: readonly (readonly InputGenome[])[];
  readonly values: readonly (readonly FieldGenome[])[];
  readonly entities: readonly EntityGenome[];
  readonly faces: readonly FaceGenome[];
  readonly unions: readonly number[];
  readonly query: readonly FieldGenome[];
  readonly mutation: readonly FieldGenome[];
}

const bits = fc.nat(1023);
const depth = fc.constantFrom(0, 0, 0, 0, 1, 1, 2);
const inputGenome = fc.record({ base: bits, nonNull: bits, depth, byDefault: fc.nat(3) });
const fieldGenome: fc.Arbitrary<FieldGenome> = fc.record({
  base: bits,
  nonNull: bits,
  depth,
  holder: bits,
  feature: fc.oneof({ weight: 1, arbitrary: fc.nat(31) }, { weight: 1, arbitrary: fc.integer({ min: 17, max: 23 }) }),
  args: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: listOf(inputGenome, 1, 2) }),
});

/** Random graphs, small ones included. */
export const worldGenome: fc.Arbitrary<WorldGenome> = fc.record({
  subgraphs: fc.integer({ min: 2, max: 5 }),
  salt: fc.nat(65_535),
  enums: listOf(bits, 0, 2),
  inputs: listOf(listOf(inputGenome, 1, 3), 0, 2),
  values: listOf(listOf(fieldGenome, 1, 4), 1, 3),
  entities: listOf(fc.record({ owner: bits, keys: bits, fields: listOf(fieldGenome, 2, 6) }), 1, 4),
  faces: listOf(
    fc.record({
      ofValues: fc.constantFrom(true, false, false),
      members: bits,
      home: bits,
      spread: fc.boolean(),
      isObject: fc.constantFrom(true, true, false),
      fields: listOf(fieldGenome, 0, 2),
      objectFields: listOf(fieldGenome, 1, 2),
    }),
    0,
    2,
  ),
  unions: listOf(bits, 0, 2),
  query: listOf(fieldGenome, 2, 6),
  mutation: listOf(fieldGenome, 0, 5),
});

function listOf<T>(of: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(of, { minLength, maxLength, size: 'max' });
}
