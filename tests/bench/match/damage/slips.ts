import type { Damage } from './Damage.ts';

/** A character is left out. */
export const drop: Damage = (name, chance) => {
  const at = chance.int(0, name.length - 1);
  return name.slice(0, at) + name.slice(at + 1);
};

/** Two neighbours change places. */
export const swap: Damage = (name, chance) => {
  const at = chance.int(0, name.length - 2);
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
};

/** A character is typed twice. */
export const double: Damage = (name, chance) => {
  const at = chance.int(0, name.length - 1);
  return name.slice(0, at + 1) + name.slice(at);
};
