import type { LedgerBody } from '../../../src/ledger/LedgerBody.ts';
import { orgCodeOf } from '../../../src/values/orgCode.ts';
import { parseName } from '../names/parseName.ts';
import type { NameParts } from '../names/NameParts.ts';
import type { IndexedEnterprise, IndexedRecord } from './IndexedEnterprise.ts';
import { filterGrams } from './filterGrams.ts';
import { gramsOf } from './gramsOf.ts';
import { suggestionKeys } from './suggestionKeys.ts';

/** What the ledger says of a registration; its number is known elsewhere. */
export type Registration = Omit<IndexedEnterprise, '_id' | 'keys' | 'coreAt'>;

/** Former names that are looked at. */
const FORMER_MOST = 10;

/** GraphQL type of registrations. */
export const ENTERPRISE = 'Enterprise';

/**
 * Reads a registration from an entry of the ledger.
 *
 * @param body - of a registration
 * @param seq - number of the entry
 */
export function registrationOf({ fact, department, values, record }: LedgerBody, seq: number): Registration {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { formerNames } = values;
  const former = Array.isArray(formerNames) ? formerNames.filter((name) => typeof name === 'string') : [];
  const optional = {
    registrationNo: text('legacyRegistrationNo'),
    industryCode: text('industryCode'),
    status: text('status'),
    establishedOn: text('establishedOn'),
    address: text('domicile'),
    formerNames: former.length === 0 ? undefined : former.slice(0, FORMER_MOST),
  };
  return {
    subjectUscc: fact,
    department,
    name: text('name') ?? '',
    orgCode: orgCodeOf(fact),
    districtCode: text('districtCode') ?? fact.slice(2, 8),
    ...withoutUndefined(optional),
    record: indexedRecord(record),
    seq,
  };
}

/**
 * Keeps of an envelope what the visibility rule looks at.
 *
 * @param record - as the ledger carries it
 */
export function indexedRecord({ usageScope, state, qualityFlags, publicity }: LedgerBody['record']): IndexedRecord {
  const { from, until } = publicity ?? {};
  return {
    usageScope,
    state,
    ...withoutUndefined({
      qualityFlags,
      publicity: publicity === undefined ? undefined : withoutUndefined({ from, until }),
    }),
  };
}

/** What stands for a registration that is kept out: without a state no rule ever shows it, and nothing of it is held. */
export function blankOf(uscc: string, department: string, seq: number): Registration {
  const record = { usageScope: 'GOV_SHARED', state: 'DELETED' } as const;
  return { subjectUscc: uscc, department, name: '', orgCode: '', districtCode: '', record, seq };
}

/** An enterprise as the index holds it, with all pieces by which it is found. */
export interface MadeEnterprise {
  readonly enterprise: IndexedEnterprise;
  readonly grams: ReadonlySet<string>;
}

/**
 * Makes what the index holds of an enterprise.
 *
 * @param registration - from the ledger
 * @param number - its number
 */
export function enterpriseOf(registration: Registration, number: number): MadeEnterprise {
  const names = namesOf(registration);
  const { folded = '', region = '' } = names[0] ?? {};
  const coreAt = folded.startsWith(region) ? region.length : 0;
  return {
    enterprise: { ...registration, _id: number, keys: suggestionKeys(names), coreAt },
    grams: gramsOfAll(names, registration),
  };
}

/**
 * All pieces by which an enterprise is found.
 *
 * @param enterprise - as the index holds it
 */
export function allGramsOf(enterprise: Registration): ReadonlySet<string> {
  return gramsOfAll(namesOf(enterprise), enterprise);
}

/** The names of an enterprise, taken apart: the present one first. */
function namesOf({ name, formerNames = [] }: Registration): readonly NameParts[] {
  return [name, ...formerNames].filter((text) => text !== '').map((text) => parseName(text));
}

function gramsOfAll(names: readonly NameParts[], registration: Registration): ReadonlySet<string> {
  const grams = names.flatMap((parts) => gramsOf(parts).map(({ gram }) => gram));
  return new Set([...grams, ...filterGrams(registration)]);
}

function withoutUndefined<Values extends object>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
}
