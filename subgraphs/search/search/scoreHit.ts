import type { SearchBasis } from '../__generated__/resolvers.ts';
import type { FoundEnterprise } from '../index/IndexedEnterprise.ts';
import { syllablesOf } from '../index/syllablesOf.ts';
import { foldName } from '../names/foldName.ts';
import { alignName } from './alignName.ts';
import type { SearchText } from './SearchText.ts';

/** How well an enterprise fits what was typed. */
export interface HitScore {
  /** 0 to 1. */
  readonly score: number;
  readonly matchedBy: SearchBasis;
  /** The name that fits, as registered. */
  readonly name: string;
}

/** Share of what was typed that must stand in a name written otherwise. */
const LEAST_ALIKE = 0.6;
const SIMILAR_AT_BEST = 0.7;
const SCATTERED = 0.75;
const INSIDE = 0.8;
const BEGINNING = 0.9;
const WITHOUT_REGION = 0.88;
const OF_SOUND = 0.8;
/** What a name gains that is no longer than what was typed. */
const WHOLE_GAIN = 0.07;
const FORMER = 0.95;
/** An enterprise that is no more stands behind one that is. */
const GONE = 0.99;
const LIVING: readonly (string | undefined)[] = [undefined, 'IN_BUSINESS', 'SUSPENDED'];

const NONE: HitScore = { score: 0, matchedBy: 'SIMILAR', name: '' };

/**
 * Tells how well an enterprise fits what was typed.
 *
 * @param text - what was typed
 * @param enterprise - as the index holds it
 * @returns a score of 0 where it does not
 */
export function scoreHit(text: SearchText, enterprise: FoundEnterprise): HitScore {
  const { name, formerNames = [], status, coreAt } = enterprise;
  const byFormer = formerNames.map((former) => asFormer(scoreName(text, former, 0)));
  const all = [byCode(text, enterprise), scoreName(text, name, coreAt), bySound(text, enterprise), ...byFormer];
  const best = all.reduce((one, other) => (other.score > one.score ? other : one), NONE);
  return LIVING.includes(status) ? best : { ...best, score: best.score * GONE };
}

function byCode({ code }: SearchText, { subjectUscc, orgCode, registrationNo, name }: FoundEnterprise): HitScore {
  if (code === '') return NONE;
  const isWhole = code === subjectUscc || code === registrationNo;
  const isInside = code.length >= 9 && (code.endsWith(orgCode) || code.slice(8, 17) === orgCode);
  if (isWhole) return { score: 1, matchedBy: 'CODE', name };
  if (isInside) return { score: 0.95, matchedBy: 'CODE', name };
  const isBegun = [subjectUscc, orgCode, registrationNo].some((known) => known?.startsWith(code) === true);
  return isBegun ? { score: 0.6 + (0.3 * code.length) / 18, matchedBy: 'CODE', name } : NONE;
}

/** Folded in the form of keys, so that what was typed and names are compared in the same letters. */
function scoreName(text: SearchText, name: string, coreAt: number): HitScore {
  const folded = foldName(name).toLowerCase();
  const { typed } = text;
  const ratio = Math.min(1, typed.length / Math.max(1, folded.length));
  const hit = (score: number): HitScore => ({ score: score + WHOLE_GAIN * ratio, matchedBy: 'NAME', name });
  if (folded === typed) return { score: 1, matchedBy: 'NAME', name };
  if (folded.startsWith(typed)) return hit(BEGINNING);
  if (folded.startsWith(typed, coreAt)) return hit(WITHOUT_REGION);
  if (folded.includes(typed)) return hit(INSIDE);
  const characters = Array.from(folded);
  const alike = alignName(text, { characters, syllables: syllablesOf(characters) });
  if (alike === 1) return { score: SCATTERED * (0.9 + 0.1 * ratio), matchedBy: 'NAME', name };
  return alike < LEAST_ALIKE
    ? NONE
    : { score: SIMILAR_AT_BEST * alike * (0.95 + 0.05 * ratio), matchedBy: 'SIMILAR', name };
}

/** Letters that begin the sound of a name, or the initials of it. */
function bySound({ key, isLatin }: SearchText, { keys = [], name }: FoundEnterprise): HitScore {
  if (!isLatin) return NONE;
  const found = keys.filter((known) => known.startsWith(key)).sort((one, other) => one.length - other.length)[0];
  if (found === undefined) return NONE;
  const isInitials = found.length <= Array.from(name).length;
  return {
    score: OF_SOUND + (WHOLE_GAIN * key.length) / found.length,
    matchedBy: isInitials ? 'INITIALS' : 'PINYIN',
    name,
  };
}

function asFormer({ score, matchedBy, name }: HitScore): HitScore {
  return { score: score * FORMER, matchedBy: matchedBy === 'NAME' ? 'FORMER_NAME' : matchedBy, name };
}
