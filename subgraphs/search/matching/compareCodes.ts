import { checkOrgCode, orgCodeOf } from '../../../src/values/orgCode.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import type { MatchFeature } from './MatchFeature.ts';
import type { MatchTarget } from './MatchTarget.ts';

/** What codes say of a candidate: the same enterprise, another one, or nothing sure. */
export interface CodeVerdict {
  readonly says: 'SAME' | 'LIKELY' | 'OTHER' | 'NOTHING';
  readonly feature: MatchFeature;
}

/** A code with this share of its characters right is a damaged one; two wrong characters of eighteen are too many. */
const DAMAGED = 0.88;
/** The place of an old tax number where the organisation code begins. */
const IN_TAX_NO = 6;
const ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  I: '1',
  L: '1',
  S: '5',
  Z: '2',
  B: '8',
  V: 'U',
  G: '6',
};

/**
 * Compares the codes of a query with those of an enterprise.
 *
 * An organisation code is compared with characters 9-17 of the unified social credit code, which took it over; so are
 * those characters of a unified code whose other characters are wrong, and the end of an old tax number.
 *
 * @param codes - normalised; several are codes of one enterprise, of which the best counts
 * @param target - the enterprise
 * @returns `undefined` where no code was given
 */
export function compareCodes(codes: readonly string[], target: MatchTarget): CodeVerdict | undefined {
  let best: CodeVerdict | undefined;
  for (const code of codes) {
    const verdict = compareCode(code, target);
    if (best === undefined || verdict.feature.similarity > best.feature.similarity) best = verdict;
  }
  return best;
}

function compareCode(code: string, target: MatchTarget): CodeVerdict {
  const known = counterpart(code, target);
  const similarity = known === undefined ? 0 : codeLikeness(code, known);
  const feature = { feature: 'CODE', similarity, weight: 1, query: code, target: known ?? target.uscc } as const;
  if (similarity === 1) return { says: 'SAME', feature };
  if (hasOrgCode(code, target)) return { says: 'LIKELY', feature: { ...feature, similarity: 0.95 } };
  if (isValid(code)) return { says: 'OTHER', feature: { ...feature, similarity: Math.min(similarity, 0.5) } };
  return { says: similarity >= DAMAGED ? 'LIKELY' : 'NOTHING', feature };
}

/** The code of the enterprise that a code of this length is to be compared with. */
function counterpart(code: string, target: MatchTarget): string | undefined {
  if (code.length < 8) return undefined;
  if (code.length <= 10) return orgCodeOf(target.uscc);
  if (code.length >= 17) return target.uscc;
  return target.registrationNo;
}

/** The organisation code inside an old tax number, or inside a unified code that is wrong elsewhere. */
function hasOrgCode(code: string, target: MatchTarget): boolean {
  const orgCode = orgCodeOf(target.uscc);
  if (code.length === 15) return checkOrgCode(code.slice(IN_TAX_NO)) === orgCode;
  return code.length === 18 && checkOrgCode(code.slice(8, 17)) === orgCode;
}

function isValid(code: string): boolean {
  return code.length === 18 ? checkUscc(code).ok : checkOrgCode(code) !== undefined;
}

/** The share of characters that agree; look-alikes count nearly whole, one character more or less is borne. */
function codeLikeness(code: string, known: string): number {
  if (code === known) return 1;
  let best = agreement(code, known);
  if (code.length === known.length + 1) {
    for (let at = 0; at < code.length; at += 1) best = Math.max(best, agreement(without(code, at), known) - 0.03);
  } else if (code.length === known.length - 1) {
    for (let at = 0; at < known.length; at += 1) best = Math.max(best, agreement(code, without(known, at)) - 0.03);
  }
  return best;
}

function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

function agreement(code: string, known: string): number {
  if (code.length !== known.length) return 0;
  let agreed = 0;
  for (let at = 0; at < code.length; at += 1) agreed += characterAgreement(code.charAt(at), known.charAt(at));
  return agreed / code.length;
}

function characterAgreement(left: string, right: string): number {
  if (left === right) return 1;
  return (ALIKE[left] ?? left) === (ALIKE[right] ?? right) ? 0.9 : 0;
}
