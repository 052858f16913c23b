import type { LocalDate } from '../values/localDate.ts';
import type { Chance } from './Chance.ts';
import type { SampleEnterprise } from './SampleEnterprise.ts';

/** A row as an import file would give it: text by field name; a field without a value is left out. */
export type SampleRow = Readonly<Record<string, string>>;

/**
 * Invents the facts of one collection about one enterprise. Pure: what it may choose, it takes from `chance`.
 *
 * @param enterprise - whom they are about
 * @param chance - the collection's own for this enterprise, so that collections do not disturb one another
 * @param asOf - no fact is later
 */
export type CollectionSeed = (enterprise: SampleEnterprise, chance: Chance, asOf: LocalDate) => readonly SampleRow[];

/** What a department contributes to the sample city: a seed for each of its collections, by the collection's name. */
export type DepartmentSeed = Readonly<Record<string, CollectionSeed>>;
