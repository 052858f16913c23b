import { inventEnterprise, RICH_EVERY } from '../../../src/sample/inventEnterprise.ts';
import { SAMPLE_AGENCIES } from '../../../src/sample/sampleAgencies.ts';
import type { SampleSetting } from '../../../src/sample/SampleEnterprise.ts';
import { SAMPLE_OPERATOR } from '../../../src/sample/sampleMark.ts';
import { addMonths } from '../../../src/values/localDate.ts';
import { sha256 } from '../../../src/values/sha256.ts';
import type { AuthorisationDocument } from '../authorisations/AuthorisationDocument.ts';

/** Enterprises that give authorisations, at most. */
const MOST_GIVERS = 20;
const TERM_MONTHS = 12;
/** One is given so much before the next. */
const APART_MS = 60_000;
const NUMBER_LENGTH = 20;

const [CREDIT, RATING, BANK] = SAMPLE_AGENCIES;
const factTypes = ['Commitment'];
/** What each of them gives: for many operations and twice for one, of all fields and of some, and one that it has taken back. */
const GIVEN: readonly (Pick<AuthorisationDocument, 'querier' | 'purpose' | 'usage' | 'fields'> & {
  readonly isRevoked?: true;
})[] = [
  { querier: { organisation: CREDIT.uscc }, purpose: 'CREDIT_SERVICE', usage: 'MANY' },
  { querier: { organisation: CREDIT.uscc }, purpose: 'CREDIT_SERVICE', usage: 'ONCE' },
  { querier: { organisation: CREDIT.uscc }, purpose: 'CREDIT_SERVICE', usage: 'ONCE' },
  {
    ...{ querier: { organisation: RATING.uscc }, purpose: 'CREDIT_RATING', usage: 'MANY' },
    fields: ['Commitment.content', 'Commitment.fulfilment'],
  },
  { querier: { organisation: BANK.uscc }, purpose: 'CREDIT_GRANTING', usage: 'MANY', isRevoked: true },
];

/**
 * 授权 of the sample, by enterprises that have facts of every kind.
 *
 * @param setting - what decides them
 */
export function sampleAuthorisations(setting: SampleSetting): readonly AuthorisationDocument[] {
  const givers = Math.min(MOST_GIVERS, Math.ceil(setting.enterprises / RICH_EVERY));
  return Array.from({ length: givers }, (_, at) => inventEnterprise(at * RICH_EVERY, setting)).flatMap(
    ({ uscc, index }) =>
      GIVEN.map(({ isRevoked, ...given }, at): AuthorisationDocument => {
        const { asOf } = setting;
        const grantedAt = new Date(Date.parse(`${asOf}T00:00:00+08:00`) - (index / RICH_EVERY + 1 + at) * APART_MS);
        return {
          _id: `SQ${asOf.replaceAll('-', '')}-${digest(`${uscc}/${at}`)}`,
          ...{ subject: uscc, factTypes, from: asOf, until: addMonths(asOf, TERM_MONTHS), used: 0 },
          ...{ grantedAt, sortOn: grantedAt.toISOString(), grantedBy: SAMPLE_OPERATOR },
          ...given,
          ...(isRevoked && { revokedAt: new Date(`${asOf}T00:00:00+08:00`) }),
        };
      }),
  );
}

function digest(text: string): string {
  return sha256(`sample/authorisation/${text}`).slice(0, NUMBER_LENGTH).toUpperCase();
}
