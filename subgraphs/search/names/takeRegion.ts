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

/**
 * Reads the divisions that follow each other at a place, such as 福建省福州市鼓楼区: each lies in the one before it.
 *
 * @param text - folded
 * @param start - where the first begins
 */
export function takeRegion(text: string, start = 0): Region {
  const steps: RegionStep[] = [];
  let end = start;
  while (steps.length < MOST_STEPS) {
    const before = steps.at(-1);
    const next = divisionAt(text, end, (entry) => within(entry, before).length > 0);
    if (next === undefined) break;
    end += next.length;
    steps.push({ end, codes: within(next.entry, before), isShort: next.entry.isShort });
  }
  const last = steps.at(-1);
  const zone = last === undefined ? '' : (ZONE.exec(text.slice(end))?.[0] ?? '');
  if (last !== undefined && zone !== '') {
    end += zone.length;
    steps.push({ ...last, end, isShort: false });
  }
  return { text: text.slice(start, end), codes: steps.at(-1)?.codes ?? [], steps };
}

/** What a form can mean behind a wider division: only what lies in it. */
function within(entry: DivisionEntry, wider: RegionStep | undefined): readonly string[] {
  if (wider === undefined) return entry.codes;
  return entry.codes.filter((code) =>
    wider.codes.some((outer) => code.length > outer.length && code.startsWith(outer)),
  );
}
