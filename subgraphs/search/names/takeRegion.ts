import { divisionAt, type DivisionEntry } from './divisions.ts';

/** Divisions at the beginning of a text. */
export interface Region {
  readonly text: string;
  /** Codes of the narrowest division named, those that lie in the wider ones. */
  readonly codes: readonly string[];
  /** Where each of the divisions ends, so that the last may be given back. */
  readonly steps: readonly RegionStep[];
}

/** One division of several that follow each other. */
export interface RegionStep {
  readonly end: number;
  readonly codes: readonly string[];
  readonly isShort: boolean;
}

/** Zones that are named like divisions, and have no code of their own. */
const ZONE =
  /^(?:国家)?(?:经济技术|高新技术产业|高新技术|高新|经济)?(?:开发区|保税区|保税港区|工业园区|产业园区|自贸区|自由贸易试验区|高新区|经开区)/u;
const MOST_STEPS = 4;

/** No division is named. */
export const NO_REGION: Region = { text: '', codes: [], steps: [] };

/**
 * Reads the divisions that follow each other at a place, such as 福建省福州市鼓楼区: each lies in the one before it.
 *
 * @param text - folded
 * @param start - where the first begins
 */
export function takeRegion(text: string, start = 0): Region {
  const steps: RegionStep[] = [];
  let step = stepAt(text, start, undefined);
  while (step !== undefined && steps.length < MOST_STEPS) {
    steps.push(step);
    step = stepAt(text, step.end, step);
  }
  const last = steps.at(-1);
  if (last === undefined) return NO_REGION;
  const zone = ZONE.exec(text.slice(last.end))?.[0] ?? '';
  if (zone !== '') steps.push({ ...last, end: last.end + zone.length, isShort: false });
  return { text: text.slice(start, last.end + zone.length), codes: last.codes, steps };
}

function stepAt(text: string, start: number, before: RegionStep | undefined): RegionStep | undefined {
  const found = divisionAt(text, start, (entry) => within(entry, before).length > 0);
  if (found === undefined) return undefined;
  return { end: start + found.length, codes: within(found.entry, before), isShort: found.entry.isShort };
}

/** What a form can mean behind a wider division: only what lies in it. */
function within(entry: DivisionEntry, wider: RegionStep | undefined): readonly string[] {
  if (wider === undefined) return entry.codes;
  return entry.codes.filter((code) =>
    wider.codes.some((outer) => code.length > outer.length && code.startsWith(outer)),
  );
}
