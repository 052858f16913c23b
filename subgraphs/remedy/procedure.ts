import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocument } from '../../src/data/FactDocument.ts';
import { objections } from './collections/objections.ts';
import { repairs } from './collections/repairs.ts';
import type { Flow } from './rules/flow.ts';
import { OBJECTION_FLOW, OPEN_OBJECTIONS, type ObjectionDeed, type ObjectionStatus } from './rules/objectionFlow.ts';
import { OPEN_REPAIRS, REPAIR_FLOW, type RepairDeed, type RepairStatus } from './rules/repairFlow.ts';

/** An application for repair as it is stored. */
export type Repair = FactDocument<(typeof repairs)['fields']>;

/** An objection as it is stored. */
export type Objection = FactDocument<(typeof objections)['fields']>;

/** What an application of either kind has. */
export type Application = Repair | Objection;

/** A kind of application: where it is stored, how it goes, and while it stands where it keeps another one away. */
export interface Procedure<Status extends string, Deed extends string> {
  readonly collection: FactCollection;
  readonly flow: Flow<Status, Deed>;
  readonly open: readonly Status[];
  /** Begins its numbers. */
  readonly sign: string;
}

/** 信用修复. */
export const REPAIR: Procedure<RepairStatus, RepairDeed> = {
  collection: repairs,
  flow: REPAIR_FLOW,
  open: OPEN_REPAIRS,
  sign: 'XF',
};

/** 异议处理. */
export const OBJECTION: Procedure<ObjectionStatus, ObjectionDeed> = {
  collection: objections,
  flow: OBJECTION_FLOW,
  open: OPEN_OBJECTIONS,
  sign: 'YY',
};
