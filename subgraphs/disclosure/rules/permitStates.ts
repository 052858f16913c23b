/** What a state of either template says of the permit, and of an objection to its record; the national template says nothing of objections. */
export interface StateMeaning {
  readonly validity?: 'VALID' | 'INVALID';
  readonly disputed?: boolean;
}

/**
 * States of permits: 1 有效, 2 无效 in the national template; 0 正常, 1 撤销, 2 异议, 3 其他 in a city's (domain section 10.2a).
 */
export const PERMIT_STATES = {
  VALID: { validity: 'VALID' },
  INVALID: { validity: 'INVALID' },
  NORMAL: { validity: 'VALID', disputed: false },
  REVOKED: { validity: 'INVALID' },
  DISPUTED: { validity: 'VALID', disputed: true },
  OTHER: {},
} as const satisfies Readonly<Record<string, StateMeaning>>;

/** `enum PermitState`. */
export type PermitState = keyof typeof PERMIT_STATES;

/**
 * Tells what a state says.
 *
 * @param state - as the template gives it; absent where the source never has it
 */
export function meaningOf(state: PermitState | undefined): StateMeaning {
  return state === undefined ? {} : PERMIT_STATES[state];
}
