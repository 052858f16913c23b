/** From this score on a candidate is taken for the enterprise that was meant; the knob may be turned by the caller. */
export const MATCH_THRESHOLD = 0.7;

/** Candidates below this score are not shown; the knob may be turned by the caller. */
export const CUT_OFF = 0.5;
