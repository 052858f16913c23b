import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { CREDIT_AGENCY_INDEXES } from './agencies/CreditAgencyDocument.ts';
import { AUTHORISATION_INDEXES } from './authorisations/AuthorisationDocument.ts';
import { resolvers } from './resolvers/index.ts';
import { sampleRecords } from './seed.ts';

/** 金融办: who may ask for what is open to authorised query only. */
export const department = defineSubgraph({
  name: 'finance',
  title: '市金融办',
  collections: [],
  resolvers,
  sampleRecords,
  indexes: { ...AUTHORISATION_INDEXES, ...CREDIT_AGENCY_INDEXES },
});
