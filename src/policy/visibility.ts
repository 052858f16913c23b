import type { Filter } from 'mongodb';
import type { FactDocumentBase, UsageScope } from '../data/FactDocument.ts';
import type { LocalDate } from '../values/localDate.ts';
import type { Caller } from '../identity/Caller.ts';

/**
 * The one visibility rule: which facts of a department a caller may see on a day.
 *
 * Every loader, connection, count, search, export, feed and report reads through this filter; nothing reads facts around it.
 * Beside it stand `withdrawalFilter` (what law wants public of an annulled decision) and `FIGURES_FILTER` (numbers about departments):
 * neither ever gives the content of a fact.
 * No caller, the owner included, sees a fact whose publicity was ended or whose window is not open: both days of
 * the window are public days (Civil Code art. 201-202: a period counted in months ends with its last day).
 * An enterprise sees its own facts of any scope, and of others what the public sees (design section 1).
 * A fact that no enterprise was found for is shown to departments only: nobody else could tell whom it is about.
 *
 * @param caller - who asks
 * @param today - the day in Asia/Shanghai
 * @param owner - the department that owns the collection
 * @returns a MongoDB filter over the stored envelope
 */
export function visibilityFilter(caller: Caller, today: LocalDate, owner: string): Filter<FactDocumentBase> {
  const scopes = visibleScopes(caller, owner);
  return {
    'record.state': 'ACTIVE',
    ...(caller.subject === undefined ? inScopes(scopes) : { $or: [inScopes(scopes), ...ownFacts(caller.subject)] }),
    'record.publicity.from': { $not: { $gt: today } },
    'record.publicity.until': { $not: { $lt: today } },
    ...(caller.department === undefined ? { 'record.qualityFlags': { $ne: 'SUBJECT_UNLINKED' } } : {}),
  };
}

function inScopes(scopes: readonly UsageScope[]): Filter<FactDocumentBase> {
  return { 'record.usageScope': scopes.length === 1 ? scopes[0] : { $in: [...scopes] } };
}

/** What is about the enterprise, and the record that is the enterprise itself. */
function ownFacts(uscc: string): Filter<FactDocumentBase>[] {
  return [{ subjectUscc: uscc }, { _id: uscc }];
}

function visibleScopes(caller: Caller, owner: string): UsageScope[] {
  if (caller.department === undefined) return ['PUBLIC'];
  return caller.department === owner ? ['PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'] : ['PUBLIC', 'GOV_SHARED'];
}
