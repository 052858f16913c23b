import { divisionAt } from './divisions.ts';
import { findForm, type FormPlace } from './findForm.ts';
import { FOLDED_LENGTH, foldName } from './foldName.ts';
import { industryStart } from './industryWords.ts';
import type { NameParts } from './NameParts.ts';
import { NO_REGION, takeRegion, type Region } from './takeRegion.ts';

/** A trade name has two characters at least (企业名称登记管理规定实施办法). */
const LEAST_TRADE = 2;
/** What scanners read where they can not read a character. */
const NOISE = /[\u4e00-\u9fff][0-9A-Z丨]{1,4}[\u4e00-\u9fff]|丨|[\u4e00-\u9fff][0-9A-Z]{1,4}$/u;
const BRACKETS = /[(（〔【[]([^)）〕】\]]{2,16})[)）〕】\]]/gu;

/**
 * Takes a name apart by the structure that the law gives it.
 *
 * Nothing is refused: what can not be told stays with the trade name, and parts that are not there are empty.
 *
 * @param raw - the name as typed or printed
 */
export function parseName(raw: string): NameParts {
  const folded = foldName(raw);
  const place = findForm(folded) ?? { start: folded.length, end: folded.length, form: '', isDamaged: false };
  const { named, region, codes, isDoubtful } = splitRegion(raw, folded, place);
  const split = industryStart(named, 0) === 0 ? 0 : industryStart(named, LEAST_TRADE);
  return {
    folded,
    region,
    divisionCodes: codes,
    trade: named.slice(0, split),
    industry: named.slice(split),
    form: folded.slice(place.start, place.end),
    branch: folded.slice(place.end),
    isDamaged: place.isDamaged || NOISE.test(folded.slice(0, place.start)),
    isRegionDoubtful: isDoubtful,
  };
}

/** The division, and what is left of the name before its form when it is taken out. */
interface RegionSplit {
  readonly region: string;
  readonly codes: readonly string[];
  readonly isDoubtful: boolean;
  readonly named: string;
}

function splitRegion(raw: string, folded: string, place: FormPlace): RegionSplit {
  const before = folded.slice(0, place.start);
  const bracketed = bracketedRegion(raw, before);
  if (bracketed !== undefined) return withoutRegion(before, bracketed);
  const leading = regionBefore(takeRegion(folded), folded, place);
  const [step] = leading.steps;
  if (step !== undefined) {
    const isDoubtful = leading.steps.length === 1 && step.isShort && step.codes.every(isCounty);
    return { region: leading.text, codes: leading.codes, isDoubtful, named: before.slice(leading.text.length) };
  }
  const closing = place.form.endsWith('公司') ? closingRegion(before) : undefined;
  return closing === undefined
    ? { region: '', codes: [], isDoubtful: false, named: before }
    : withoutRegion(before, closing);
}

function withoutRegion(before: string, { start, text, codes }: InnerRegion): RegionSplit {
  return { region: text, codes, isDoubtful: false, named: before.slice(0, start) + before.slice(start + text.length) };
}

function isCounty(code: string): boolean {
  return code.length === 6;
}

/** Gives back divisions that leave nothing for a trade name: 永兴 in 永兴商贸 is one, in 永兴县宏达商贸 it is a county. */
function regionBefore(leading: Region, folded: string, place: FormPlace): Region {
  for (let count = leading.steps.length; count > 0; count -= 1) {
    const step = leading.steps[count - 1];
    if (step === undefined || step.end > place.start) continue;
    const rest = folded.slice(step.end, place.start);
    const isEnough = step.isShort ? industryStart(rest, 0) >= LEAST_TRADE : rest !== '' || place.form !== '';
    if (isEnough) return { text: folded.slice(0, step.end), codes: step.codes, steps: leading.steps.slice(0, count) };
  }
  return NO_REGION;
}

interface InnerRegion {
  readonly start: number;
  readonly text: string;
  readonly codes: readonly string[];
}

/** A division in brackets behind the beginning of the trade name: 三山（福建）实业. */
function bracketedRegion(raw: string, named: string): InnerRegion | undefined {
  for (const [, inside = ''] of raw.slice(0, FOLDED_LENGTH).matchAll(BRACKETS)) {
    const text = foldName(inside);
    const region = takeRegion(text);
    const start = named.indexOf(text);
    if (region.text === text && start >= LEAST_TRADE) return { start, text, codes: region.codes };
  }
  return undefined;
}

/** A division right before the legal form: 三山实业福建有限公司. */
function closingRegion(core: string): InnerRegion | undefined {
  for (let start = Math.max(LEAST_TRADE, core.length - 4); start <= core.length - 2; start += 1) {
    const found = divisionAt(core, start, (_, length) => start + length === core.length);
    if (found !== undefined) return { start, text: core.slice(start), codes: found.entry.codes };
  }
  return undefined;
}
