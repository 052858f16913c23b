import type { Draft } from './Draft.ts';
import { makeInput, nonNullOf } from './makeInput.ts';
import type { Field, NonNull } from './World.ts';
import type { FieldGenome } from './WorldGenome.ts';

/** Features by which a field is hidden from callers. */
const HIDING = new Set([27, 28]);

const LEAVES = ['String', 'Int', 'ID', 'Boolean', 'Float', 'String'];

/** Where a field stands. */
export interface FieldPlace {
  /** What the field's name begins with. */
  readonly prefix: string;
  /** Subgraphs that may hold it. */
  readonly subgraphs: readonly number[];
  readonly can: { readonly share: boolean; readonly override: boolean; readonly hide: boolean };
  /** Types that it may not lead to. */
  readonly without?: ReadonlySet<string>;
}

/**
 * Makes a field: its type, its arguments, and who holds, shares or took it over.
 *
 * `@requires` and `@provides` are added afterwards, since they speak of other fields.
 *
 * @param genome - from which it is made
 * @param at - its number among the fields of its type
 * @param place - where it stands
 * @param draft - the types that exist
 */
export function makeField(genome: FieldGenome, at: number, place: FieldPlace, draft: Draft): Field {
  const { can, subgraphs } = place;
  const shared = can.share && isShared(genome) ? subgraphs.filter((_, bit) => genome.holder & (1 << bit)) : [];
  const holders = shared.length > 1 ? shared : [subgraphs[genome.holder % subgraphs.length] ?? 0];
  const from = can.override ? overriddenOf(genome, holders, subgraphs) : undefined;
  const base = baseOf(genome, from === undefined ? holders : [...holders, from], place, draft);
  const nonNull = nonNullOf(genome.nonNull, genome.depth);
  return {
    name: `${place.prefix}${at}`,
    base,
    nonNull,
    args: genome.args.map((input, index) => makeInput(input, `n${index}`, draft, draft.inputs)),
    holders,
    ...loosened(genome, holders, nonNull),
    ...(from === undefined ? {} : { overriddenFrom: from }),
    requires: [],
    provides: [],
    inaccessible: draft.inaccessible.has(base) || hides(genome, at, place),
  };
}

/** Whether a field is hidden from callers; the first of a type never is, so that the type is not empty. */
function hides({ feature }: FieldGenome, at: number, { can }: FieldPlace): boolean {
  return can.hide && at > 0 && HIDING.has(feature);
}

/** Where a field that is never null is declared nullable by one of its holders. */
function loosened({ feature }: FieldGenome, holders: readonly number[], nonNull: NonNull): Pick<Field, 'loosenedIn'> {
  const [first] = holders;
  return feature === 12 && first !== undefined && holders.length > 1 && nonNull.at(-1) ? { loosenedIn: first } : {};
}

function isShared({ feature }: FieldGenome): boolean {
  return feature >= 8 && feature <= 12;
}

function overriddenOf({ feature, holder }: FieldGenome, holders: readonly number[], subgraphs: readonly number[]) {
  if (holders.length > 1 || feature < 13 || feature > 16) return undefined;
  const others = subgraphs.filter((subgraph) => !holders.includes(subgraph));
  return others[(holder >> 3) % Math.max(others.length, 1)];
}

/** A type that every subgraph which declares the field can name; composite types come often, first of all at the root. */
function baseOf(
  genome: FieldGenome,
  holders: readonly number[],
  { prefix, without }: FieldPlace,
  draft: Draft,
): string {
  const composite = [
    ...draft.values,
    ...draft.entities.flatMap(({ name }) => [name, name]),
    ...draft.faces.flatMap(({ name }) => [name, name]),
    ...draft.unions.map(({ name }) => name),
  ];
  const able = composite.filter((type) => !without?.has(type) && holders.every((one) => draft.isAllowed(one, type)));
  const leaves = composite.length > 0 && prefix === 'q' ? [] : LEAVES;
  const bases = [...leaves, ...draft.enums.map(({ name }) => name), ...able];
  return bases[genome.base % bases.length] ?? 'String';
}
