import type { ConnectionOf } from '../../src/data/connection.ts';
import type { OverdueRemedy } from './overdueRemedies.ts';
import type { Objection, Repair } from './procedure.ts';
import type { ObjectionOutcome, RepairOutcome } from './applicationSteps.ts';

/** An enterprise as another department refers to it. */
export type EnterpriseMapper = { readonly uscc: string };
/** An application for repair as it is stored. */
export type RepairApplicationMapper = Repair;
/** A page of applications for repair. */
export type RepairApplicationConnectionMapper = ConnectionOf<Repair>;
/** What became of a step of a repair. */
export type RepairResultMapper = RepairOutcome;
/** An objection as it is stored. */
export type ObjectionMapper = Objection;
/** A page of objections. */
export type ObjectionConnectionMapper = ConnectionOf<Objection>;
/** What became of a step of an objection. */
export type ObjectionResultMapper = ObjectionOutcome;
/** An application whose deadline has passed. */
export type OverdueRemedyMapper = OverdueRemedy;
/** A fact of any department, by reference. */
export type CreditFactMapper = { readonly __typename: string; readonly id: string };
