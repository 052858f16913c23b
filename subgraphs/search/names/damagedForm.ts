import { characterCost } from '../likeness/characterCost.ts';
import type { FormPlace } from './findForm.ts';

/** The forms that are long enough to be known when they are damaged. */
const KNOWN = ['有限责任公司', '股份有限公司', '集团有限公司', '有限公司'] as const;

/** How much damage a form bears for each of its characters, amid a name, and where it ends the name or only a branch follows. */
const BEARABLE = 0.35;
const BEARABLE_AT_END = 0.48;

const MISSING = 0.8;
const SURPLUS = 0.7;

/**
 * Finds what is left of a damaged legal form, such as 有眼公司 or 有限公.
 *
 * The forms are laid against every place of the name; characters that sound or look alike cost less than others, and the place
 * that costs least for its length wins.
 *
 * @param folded - the name, folded
 * @param from - nothing before this place is looked at
 * @param isRest - whether what follows a place can be the name of a branch; then the form may be damaged more
 */
export function damagedForm(
  folded: string,
  from: number,
  isRest: (rest: string) => boolean = () => false,
): FormPlace | undefined {
  let best: (FormPlace & { readonly rate: number }) | undefined;
  for (const form of KNOWN) {
    const { start, end, cost } = cheapestPlace(folded, from, form);
    const rate = cost / form.length;
    if (rate > BEARABLE_AT_END || rate >= (best?.rate ?? Infinity) - 0.01) continue;
    if (rate > BEARABLE && !isRest(folded.slice(end))) continue;
    best = { start, end, form, isDamaged: cost > 0, rate };
  }
  return best && { start: best.start, end: best.end, form: best.form, isDamaged: best.isDamaged };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
}

/** Rows of the alignment, kept from call to call: what each beginning of a form costs, and where it starts. */
const LONGEST = Math.max(...KNOWN.map((form) => form.length));
const costs = new Float64Array(LONGEST + 1);
const starts = new Uint16Array(LONGEST + 1);

/** The form aligned with any part of the name: before and behind that part the name is free. */
function cheapestPlace(folded: string, from: number, form: string): Place {
  for (let index = 0; index <= form.length; index += 1) {
    costs[index] = index * MISSING;
    starts[index] = from;
  }
  let best: Place = { start: from, end: from, cost: Infinity };
  for (let at = from; at < folded.length; at += 1) {
    fillRow(folded.charCodeAt(at), form, at + 1);
    const cost = costs[form.length] ?? Infinity;
    if (cost < best.cost) best = { start: starts[form.length] ?? from, end: at + 1, cost };
  }
  return best;
}

/** Goes on by one character of the name; `corner` is what stood before and above. */
function fillRow(character: number, form: string, start: number): void {
  let corner = at(costs, 0);
  let cornerStart = at(starts, 0);
  costs[0] = 0;
  starts[0] = start;
  for (let index = 1; index <= form.length; index += 1) {
    const above = at(costs, index);
    const aboveStart = at(starts, index);
    const swap = corner + characterCost(character, form.charCodeAt(index - 1));
    const surplus = above + SURPLUS;
    const missing = at(costs, index - 1) + MISSING;
    if (surplus < swap && surplus <= missing) costs[index] = surplus;
    else if (missing < swap) {
      costs[index] = missing;
      starts[index] = at(starts, index - 1);
    } else {
      costs[index] = swap;
      starts[index] = cornerStart;
    }
    corner = above;
    cornerStart = aboveStart;
  }
}

function at(row: Float64Array | Uint16Array, index: number): number {
  return row[index] ?? 0;
}
