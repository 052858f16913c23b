import type { ConnectionOf } from '../../src/data/connection.ts';
import type { FactDocument } from '../../src/data/FactDocument.ts';
import type { abnormalListings } from './collections/abnormalListings.ts';
import type { enterprises } from './collections/enterprises.ts';

/** A registration as it is stored. */
export type EnterpriseMapper = FactDocument<(typeof enterprises)['fields']>;
/** An abnormal listing as it is stored. */
export type AbnormalListingMapper = FactDocument<(typeof abnormalListings)['fields']>;
/** A page of registrations. */
export type EnterpriseConnectionMapper = ConnectionOf<EnterpriseMapper>;
/** A page of abnormal listings. */
export type AbnormalListingConnectionMapper = ConnectionOf<AbnormalListingMapper>;
