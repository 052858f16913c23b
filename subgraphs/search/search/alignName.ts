/** What a character that only sounds alike counts. */
const SOUNDS_ALIKE = 0.8;

/** Characters with their sounds, in the same order. */
export interface SpokenText {
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
}

/** Sums for each pair of beginnings, row by row; kept from call to call, since one is made for each candidate. */
let sums = new Float32Array(4_096);

/**
 * Finds the most characters of what was typed that stand in a name in the same order, those that sound alike among them.
 *
 * @param typed - what was typed
 * @param name - the name
 * @returns 0 where nothing fits, 1 where all that was typed does
 */
export function alignName(typed: SpokenText, name: SpokenText): number {
  const rows = typed.characters.length;
  return rows === 0 ? 0 : fill(typed, name) / rows;
}

/**
 * Tells which characters of a name those are.
 *
 * @param typed - what was typed
 * @param name - the name
 * @returns places in the name, in order
 */
export function alignedPlaces(typed: SpokenText, name: SpokenText): readonly number[] {
  fill(typed, name);
  const width = name.characters.length + 1;
  const places: number[] = [];
  let row = typed.characters.length;
  let column = name.characters.length;
  while (row > 0 && column > 0) {
    const sum = sums[row * width + column] ?? 0;
    if (sum === (sums[row * width + column - 1] ?? 0)) column -= 1;
    else if (sum === (sums[(row - 1) * width + column] ?? 0)) row -= 1;
    else {
      row -= 1;
      column -= 1;
      places.unshift(column);
    }
  }
  return places;
}

function fill(typed: SpokenText, name: SpokenText): number {
  const rows = typed.characters.length;
  const columns = name.characters.length;
  const width = columns + 1;
  if (sums.length < (rows + 1) * width) sums = new Float32Array((rows + 1) * width);
  sums.fill(0, 0, width);
  for (let row = 1; row <= rows; row += 1) {
    sums[row * width] = 0;
    for (let column = 1; column <= columns; column += 1) {
      const both = (sums[(row - 1) * width + column - 1] ?? 0) + likeness(typed, row - 1, name, column - 1);
      const one = Math.max(sums[(row - 1) * width + column] ?? 0, sums[row * width + column - 1] ?? 0);
      sums[row * width + column] = Math.max(both, one);
    }
  }
  return sums[rows * width + columns] ?? 0;
}

function likeness(one: SpokenText, at: number, other: SpokenText, place: number): number {
  if (one.characters[at] === other.characters[place]) return 1;
  return one.syllables[at] === other.syllables[place] ? SOUNDS_ALIKE : 0;
}
