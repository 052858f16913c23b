import type { EnterpriseHit } from './EnterpriseHit.ts';
import type { FoundHit } from './findHits.ts';
import { highlightsOf } from './highlightsOf.ts';
import type { SearchText } from './SearchText.ts';

const IN_CHARACTERS: ReadonlySet<FoundHit['matchedBy']> = new Set(['NAME', 'FORMER_NAME', 'SIMILAR']);
const DIGITS = 1e4;

/**
 * Gives a hit as it is shown; what is marked in its name is found out where it is selected.
 *
 * @param text - what was typed
 * @param hit - the hit
 */
export function shownHit(text: SearchText, { enterprise, score, matchedBy, name }: FoundHit): EnterpriseHit {
  return {
    enterprise: { uscc: enterprise.subjectUscc },
    score: Math.round(score * DIGITS) / DIGITS,
    matchedBy,
    name,
    get highlights() {
      return IN_CHARACTERS.has(matchedBy) ? highlightsOf(text, name) : [];
    },
  };
}
