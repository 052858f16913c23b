import type { ConnectionOf } from '../../src/data/connection.ts';
import type { PublicityDocument } from '../../src/data/FactDocument.ts';
import type { TimelineRow } from './timeline/TimelineRow.ts';

/** An enterprise as other departments refer to it. */
export interface EnterpriseMapper {
  readonly uscc: string;
}

/** A fact of any department: its type and its key, by which its owner is asked. */
export interface CreditFactMapper {
  readonly __typename: string;
  readonly id: string;
}

/** A fact in a timeline. */
export type TimelineEntryMapper = TimelineRow;
/** A page of a timeline. */
export type TimelineConnectionMapper = ConnectionOf<TimelineRow>;
/** A publicity window as it is stored. */
export type PublicityMapper = PublicityDocument;
