import type { SampleRecords } from '../../src/sample/SampleRecords.ts';
import { SAMPLE_CODE } from '../../src/sample/sampleUscc.ts';
import { agenciesOf } from './agencies/CreditAgencyDocument.ts';
import { authorisationsOf } from './authorisations/AuthorisationDocument.ts';
import { authorisationMemory } from './authorisations/authorisationMemory.ts';
import { changeVersioned } from './authorisations/AuthorisationVersion.ts';
import { sampleAgencies } from './seed/agencies.ts';
import { sampleAuthorisations } from './seed/authorisations.ts';

/** What the financial office of the sample city has: registered credit agencies, and what enterprises let them see. */
export const sampleRecords: SampleRecords = {
  async load(database, setting) {
    await agenciesOf(database).bulkWrite(sampleAgencies(setting).map(entered));
    await authorisationsOf(database).bulkWrite(sampleAuthorisations(setting).map(entered));
  },
  async remove(database) {
    await changeVersioned(database, async (session) => {
      const parties = [{ subject: SAMPLE_CODE }, { 'querier.organisation': SAMPLE_CODE }];
      await authorisationsOf(database).deleteMany({ $or: parties }, { session });
      await agenciesOf(database).deleteMany({ _id: SAMPLE_CODE }, { session });
    });
    authorisationMemory(database).known.forget();
  },
};

function entered<T extends { readonly _id: string }>({ _id, ...values }: T) {
  return { updateOne: { filter: { _id }, update: { $setOnInsert: values }, upsert: true } };
}
