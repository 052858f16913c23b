import type { Chance } from '../../../../src/sample/Chance.ts';

/**
 * One kind of damage to a name.
 *
 * @param name - as registered
 * @param chance - what the choices are drawn from
 * @returns the damaged name; the same name where this kind can not damage it
 */
export type Damage = (name: string, chance: Chance) => string;
