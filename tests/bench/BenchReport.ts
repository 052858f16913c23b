import type { BenchOptions } from './BenchOptions.ts';
import type { EngineQueryFigures } from './engines/measureEngines.ts';
import type { CreditCheckFigures } from './measureCreditCheck.ts';
import type { EvaluationFigures } from './measureEvaluation.ts';
import type { FollowingFigures } from './measureFollowing.ts';
import type { ImportFigures } from './measureImport.ts';
import type { LedgerFigures } from './measureLedger.ts';
import type { QueryFigures } from './measureQuery.ts';
import type { TimelineFigures } from './measureTimeline.ts';

/** A target, and what was measured. */
export interface Target {
  readonly name: string;
  /** What the figure should be at least, or at most. */
  readonly goal: number;
  readonly isMost: boolean;
  readonly value: number;
  readonly isReached: boolean;
}

/** What it was measured on. */
export interface Machine {
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly mongodb: string;
}

/** All figures of a run, as they are written to the JSON file. */
export interface BenchReport {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly options: BenchOptions;
  /** Facts of the sample city by collection. */
  readonly facts: Readonly<Record<string, number>>;
  readonly queries: readonly QueryFigures[];
  readonly imports: readonly ImportFigures[];
  readonly ledger: LedgerFigures;
  readonly evaluation: EvaluationFigures;
  readonly creditCheck: CreditCheckFigures;
  readonly timeline: TimelineFigures;
  readonly following: FollowingFigures;
  /** Of the engines that join departments; none where only the product was measured. */
  readonly engines: readonly EngineQueryFigures[];
  readonly targets: readonly Target[];
}
