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

/** The form aligned with any part of the name: before and behind that part the name is free. */
function cheapestPlace(folded: string, from: number, form: string): Place {
  let row = Array.from({ length: form.length + 1 }, (_, index) => ({ start: from, cost: index * MISSING }));
  let best: Place = { start: from, end: from, cost: Infinity };
  for (let at = from; at < folded.length; at += 1) {
    row = nextRow(row, folded.charCodeAt(at), form, at + 1);
    const last = row[form.length];
    if (last !== undefined && last.cost < best.cost) best = { ...last, end: at + 1 };
  }
  return best;
}

interface Cell {
  readonly start: number;
  readonly cost: number;
}

function nextRow(row: readonly Cell[], character: number, form: string, start: number): Cell[] {
  let left: Cell = { start, cost: 0 };
  const next = [left];
  for (let index = 1; index <= form.length; index += 1) {
    left = cheapest(
      dearer(row[index - 1], characterCost(character, form.charCodeAt(index - 1))),
      dearer(row[index], SURPLUS),
      dearer(left, MISSING),
    );
    next.push(left);
  }
  return next;
}

function dearer(cell: Cell | undefined, cost: number): Cell {
  return { start: cell?.start ?? 0, cost: (cell?.cost ?? Infinity) + cost };
}

function cheapest(first: Cell, ...others: readonly Cell[]): Cell {
  return others.reduce((best, cell) => (cell.cost < best.cost ? cell : best), first);
}
