import type { UpdateFilter } from 'mongodb';
import type { FactWriteResult } from '../../../src/data/changeFact.ts';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { refusedWrite } from '../../../src/data/refusedWrite.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { visibleText } from '../../../src/values/visibleText.ts';
import type { CreditAgencyInput, MutationCreditAgencyStrikeOffArgs } from '../__generated__/resolvers.ts';
import { agencyFaults, struckOffFaults } from '../rules/agencyFaults.ts';
import { authorisationMemory } from '../authorisations/authorisationMemory.ts';
import { changeVersioned } from '../authorisations/AuthorisationVersion.ts';
import { agenciesOf, type CreditAgencyDocument } from './CreditAgencyDocument.ts';

/** `type CreditAgencyResult`. */
export interface AgencyOutcome {
  readonly agency: CreditAgencyDocument | null;
  readonly errors: FactWriteResult['errors'];
}

type Change = UpdateFilter<CreditAgencyDocument>;

/**
 * Enters an agency into the register, corrects what is there of it, or takes one back in that was struck off.
 *
 * @param input - its values
 * @param context - the request
 * @returns it, or what must be corrected first
 */
export async function registerAgency(input: CreditAgencyInput, context: SubgraphContext): Promise<AgencyOutcome> {
  const { now, database } = context;
  const faults = agencyFaults(input, todayInShanghai(now));
  if (faults.length > 0) return refused(faults, context);
  const { uscc, name, kind, filedOn, licenceNo } = input;
  const licence = visibleText(licenceNo ?? '');
  const given = { name: visibleText(name), kind, filedOn, sortOn: filedOn, ...enteredBy(context) };
  const change: Change = {
    $set: { ...given, ...(licence !== '' && { licenceNo: licence }) },
    $unset: { struckOff: '', ...(licence === '' && { licenceNo: '' }) },
  };
  return { agency: await written(database, uscc, change, 'ENTERED'), errors: [] };
}

/**
 * Strikes an agency off: from then on nobody can let it see anything, and it can use nothing that it was let see, at other processes of the
 * office a quarter of a second later.
 *
 * @param asked - which, since when and why
 * @param context - the request
 * @returns it, or what must be corrected first
 */
export async function strikeOffAgency(
  { uscc, on, reason }: MutationCreditAgencyStrikeOffArgs,
  context: SubgraphContext,
): Promise<AgencyOutcome> {
  const { now, database } = context;
  const agencies = agenciesOf(database);
  const faults = struckOffFaults({ on, reason }, await agencies.findOne({ _id: uscc }), todayInShanghai(now));
  if (faults.length > 0) return refused(faults, context);
  const struckOff = { on, reason: visibleText(reason) };
  const change: Change = { $set: { struckOff, ...enteredBy(context) } };
  return { agency: await written(database, uscc, change, 'CHANGED'), errors: [] };
}

/** Whoever remembers where the agency stood learns of it. */
async function written(
  database: DepartmentDatabase,
  uscc: string,
  change: Change,
  how: 'ENTERED' | 'CHANGED',
): Promise<CreditAgencyDocument | null> {
  const agency = await changeVersioned(database, (session) =>
    agenciesOf(database).findOneAndUpdate({ _id: uscc }, change, {
      ...{ returnDocument: 'after', session },
      upsert: how === 'ENTERED',
    }),
  );
  authorisationMemory(database).known.forget();
  return agency;
}

function enteredBy({ caller, now, department }: SubgraphContext): Pick<CreditAgencyDocument, 'operator' | 'enteredAt'> {
  return { operator: caller.operator ?? caller.client ?? department, enteredAt: now };
}

function refused(faults: readonly FieldFault[], { locale }: SubgraphContext): AgencyOutcome {
  return { agency: null, errors: refusedWrite(faults, locale).errors };
}
