import type { ConnectionOf } from '../../src/data/connection.ts';
import type { FactDocument } from '../../src/data/FactDocument.ts';
import type { bankruptcyCases } from './collections/bankruptcyCases.ts';
import type { consumptionRestrictions } from './collections/consumptionRestrictions.ts';
import type { judgmentDefaulters } from './collections/judgmentDefaulters.ts';
import type { judgments } from './collections/judgments.ts';

/** An enterprise as another department refers to it. */
export type EnterpriseMapper = { readonly uscc: string };
/** A listing as a judgment defaulter as it is stored. */
export type JudgmentDefaulterMapper = FactDocument<(typeof judgmentDefaulters)['fields']>;
/** A consumption restriction as it is stored. */
export type ConsumptionRestrictionMapper = FactDocument<(typeof consumptionRestrictions)['fields']>;
/** A court document as it is stored. */
export type JudgmentMapper = FactDocument<(typeof judgments)['fields']>;
/** A bankruptcy case as it is stored. */
export type BankruptcyCaseMapper = FactDocument<(typeof bankruptcyCases)['fields']>;
/** A page of listings. */
export type JudgmentDefaulterConnectionMapper = ConnectionOf<JudgmentDefaulterMapper>;
/** A page of consumption restrictions. */
export type ConsumptionRestrictionConnectionMapper = ConnectionOf<ConsumptionRestrictionMapper>;
/** A page of court documents. */
export type JudgmentConnectionMapper = ConnectionOf<JudgmentMapper>;
/** A page of bankruptcy cases. */
export type BankruptcyCaseConnectionMapper = ConnectionOf<BankruptcyCaseMapper>;
