import { characterCost } from './characterCost.ts';

/** How a text was turned into another at the least cost. */
export interface Alignment {
  /** What each character of the target cost: 0 kept, up to 1 replaced or left out. */
  readonly targetCosts: Float64Array;
  /** The place in the query that stands for each character of the target; -1 where it was left out. */
  readonly places: Int16Array;
  /** Characters of the query that stand for nothing in the target, in order. */
  readonly surplus: readonly Surplus[];
}

/** A character of the query that the target does not have. */
export interface Surplus {
  /** Its place in the query. */
  readonly at: number;
  /** Before which character of the target it stands. */
  readonly before: number;
}

/** What it costs that a character is left out, and that one is added. A little less than another character in its place. */
const GAP = 0.8;
/** The same in the tail, so that a whole tail is left out rather than the same number of characters before it. */
const TAIL_GAP = 0.7;
/** What it costs that two neighbours changed places. */
const TURN = 0.5;

/** Texts are folded names, which are not longer. */
const LONGEST = 200;
const WIDTH = LONGEST + 1;
const SWAP = 0;
const LEFT_OUT = 1;
const ADDED = 2;
const TURNED = 3;

/** Filled anew by each alignment, which runs to its end without a pause. */
const costs = new Float64Array(WIDTH * WIDTH);
const steps = new Uint8Array(WIDTH * WIDTH);

/**
 * Aligns two texts, character by character.
 *
 * @param query - at most 200 characters
 * @param target - at most 200 characters
 * @param queryTail - where that part of the query begins that may be missing in the target as a whole
 * @param targetTail - the same of the target
 */
export function alignText(
  query: string,
  target: string,
  queryTail: number = query.length,
  targetTail: number = target.length,
): Alignment {
  const rows = Math.min(query.length, LONGEST);
  const columns = Math.min(target.length, LONGEST);
  fillEdges(rows, columns, queryTail, targetTail);
  for (let row = 1; row <= rows; row += 1)
    fillRow(row, columns, query, target, row > queryTail ? TAIL_GAP : GAP, targetTail);
  return traceBack(rows, columns, query, target);
}

function fillRow(row: number, columns: number, query: string, target: string, added: number, targetTail: number): void {
  const character = query.charCodeAt(row - 1);
  const before = query.charCodeAt(row - 2);
  let cell = row * WIDTH;
  for (let column = 1; column <= columns; column += 1) {
    cell += 1;
    const known = target.charCodeAt(column - 1);
    fillCell(cell, characterCost(character, known), column > targetTail ? TAIL_GAP : GAP, added);
    if (known === before && character === target.charCodeAt(column - 2)) turn(cell);
  }
}

function fillEdges(rows: number, columns: number, queryTail: number, targetTail: number): void {
  costs[0] = 0;
  for (let row = 1; row <= rows; row += 1) {
    costs[row * WIDTH] = (costs[(row - 1) * WIDTH] ?? 0) + (row > queryTail ? TAIL_GAP : GAP);
    steps[row * WIDTH] = ADDED;
  }
  for (let column = 1; column <= columns; column += 1) {
    costs[column] = (costs[column - 1] ?? 0) + (column > targetTail ? TAIL_GAP : GAP);
    steps[column] = LEFT_OUT;
  }
}

function fillCell(cell: number, swapCost: number, leftOutCost: number, addedCost: number): void {
  const swap = (costs[cell - WIDTH - 1] ?? 0) + swapCost;
  const leftOut = (costs[cell - 1] ?? 0) + leftOutCost;
  const added = (costs[cell - WIDTH] ?? 0) + addedCost;
  if (swap <= leftOut && swap <= added) {
    costs[cell] = swap;
    steps[cell] = SWAP;
  } else {
    costs[cell] = Math.min(leftOut, added);
    steps[cell] = leftOut <= added ? LEFT_OUT : ADDED;
  }
}

function turn(cell: number): void {
  const turned = (costs[cell - 2 * WIDTH - 2] ?? 0) + TURN;
  if (turned >= (costs[cell] ?? 0)) return;
  costs[cell] = turned;
  steps[cell] = TURNED;
}

function traceBack(rows: number, columns: number, query: string, target: string): Alignment {
  const targetCosts = new Float64Array(columns);
  const places = new Int16Array(columns).fill(-1);
  const surplus: Surplus[] = [];
  let row = rows;
  let column = columns;
  while (row > 0 || column > 0) {
    const step = steps[row * WIDTH + column];
    if (step === ADDED) {
      row -= 1;
      surplus.push({ at: row, before: column });
    } else if (step === LEFT_OUT) {
      column -= 1;
      targetCosts[column] = GAP;
    } else if (step === TURNED) {
      row -= 2;
      column -= 2;
      places[column] = row + 1;
      places[column + 1] = row;
      targetCosts.fill(TURN / 2, column, column + 2);
    } else {
      row -= 1;
      column -= 1;
      places[column] = row;
      targetCosts[column] = characterCost(query.charCodeAt(row), target.charCodeAt(column));
    }
  }
  return { targetCosts, places, surplus: surplus.reverse() };
}
