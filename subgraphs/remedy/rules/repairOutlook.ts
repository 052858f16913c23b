import type { Polarity, PublicityDocument, Severity } from '../../../src/data/FactDocument.ts';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import { repairTerms, type GeneralRegime, type RepairTerms } from './repairTerms.ts';
import { forbiddingLaw, targetKindOf } from './targetKinds.ts';

/** `enum RepairObstacle`: why a fact can not be repaired now. */
export type RepairObstacle = 'NOT_NEGATIVE' | 'FORBIDDEN_BY_LAW' | 'TERM_UNKNOWN' | 'TOO_EARLY' | 'ONLY_AT_MAXIMUM';

/** What decides whether and when a fact may be repaired. */
export interface RepairGround {
  /** GraphQL type. */
  readonly type: string;
  readonly polarity: Polarity | undefined;
  readonly severity: Severity | undefined;
  /** Day that fixed the record. */
  readonly began: LocalDate | undefined;
  /** The window as its owner computed it. */
  readonly publicity: Pick<PublicityDocument, 'minimumUntil' | 'until' | 'rule'> | undefined;
}

/** `type RepairOutlook`. */
export interface RepairOutlook {
  readonly isAvailable: boolean;
  readonly obstacle: RepairObstacle | null;
  /** First day on which repair may be applied for. */
  readonly from: LocalDate | null;
  readonly regime: GeneralRegime | 'OWN_RULE' | null;
  readonly rule: string | null;
  readonly minimumUntil: LocalDate | null;
  readonly until: LocalDate | null;
  readonly papers: readonly ('PROOF_OF_PERFORMANCE' | 'PROMISE_LETTER')[];
}

/** Proof of performance and a promise letter, nothing more (信用修复管理办法). */
const PAPERS = ['PROOF_OF_PERFORMANCE', 'PROMISE_LETTER'] as const;

/**
 * Tells from when, under which rule and with which papers a fact may be repaired: only after the minimum period has been reached, so
 * not on its last day; at once where conduct is minor or its rule knows no minimum. In each case the obligations must be done.
 *
 * @param ground - the fact
 * @param today - the day in Asia/Shanghai
 */
export function repairOutlook(ground: RepairGround, today: LocalDate): RepairOutlook {
  if (ground.polarity !== 'NEGATIVE') return closed('NOT_NEGATIVE', null);
  const law = forbiddingLaw(ground.type);
  if (law !== undefined) return closed('FORBIDDEN_BY_LAW', law);
  const term = termOf(ground);
  if (term === undefined) return closed('TERM_UNKNOWN', null);
  const { from, until } = term;
  const obstacle = until !== null && from > until ? 'ONLY_AT_MAXIMUM' : from > today ? 'TOO_EARLY' : null;
  return { ...term, isAvailable: obstacle === null, obstacle, papers: PAPERS };
}

/**
 * Tells what happens on the day on which the longest publicity is over: it ends by itself, but of a subject that has not corrected its
 * conduct the sector's own rules say what follows (信用修复管理办法).
 *
 * @param isCorrected - whether the obligations are done
 */
export function outcomeAtMaximum(isCorrected: boolean): 'ENDS' | 'SECTOR_RULES' {
  return isCorrected ? 'ENDS' : 'SECTOR_RULES';
}

type Term = Pick<RepairOutlook, 'regime' | 'rule' | 'minimumUntil' | 'until'> & { readonly from: LocalDate };

function termOf({ type, severity, began, publicity = {} }: RepairGround): Term | undefined {
  if (began === undefined) return undefined;
  const general = severity === undefined ? undefined : repairTerms(began, [{ severity }]);
  if (hasOwnRule(type, publicity, general)) return ownTerm(began, publicity);
  return general === undefined ? undefined : generalTerm(began, general, severity === 'MINOR', publicity);
}

type Window = NonNullable<RepairGround['publicity']>;

/** Penalties are under the general rules, whatever their window is called after. */
function hasOwnRule(type: string, { rule }: Window, general: RepairTerms | undefined): boolean {
  return rule !== undefined && targetKindOf(type) !== 'PENALTY' && rule !== general?.rule;
}

/** A list with a law of its own: its window as the owner has it; without a minimum, correction alone is asked for. */
function ownTerm(began: LocalDate, publicity: Window): Term {
  const { minimumUntil = null, until = null, rule = null } = publicity;
  const from = minimumUntil === null ? began : addDays(minimumUntil, 1);
  return { regime: 'OWN_RULE', rule, minimumUntil, until, from };
}

/** The owner knows more of the fact, such as its sector, and what was undone before: its window is never cut. */
function generalTerm(began: LocalDate, general: RepairTerms, isMinor: boolean, publicity: Window): Term {
  const minimumUntil = publicity.minimumUntil ?? general.minimumUntil;
  const from = isMinor && publicity.minimumUntil === undefined ? began : addDays(minimumUntil, 1);
  return { regime: general.regime, rule: general.rule, minimumUntil, until: publicity.until ?? general.until, from };
}

function closed(obstacle: RepairObstacle, rule: string | null): RepairOutlook {
  return {
    ...{ isAvailable: false, obstacle, rule, papers: [] },
    ...{ from: null, regime: null, minimumUntil: null, until: null },
  };
}
