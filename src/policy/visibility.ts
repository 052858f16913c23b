import type { Filter } from 'mongodb';
import type { FactDocumentBase, UsageScope } from '../data/FactDocument.ts';
import type { LocalDate } from '../values/localDate.ts';
import type { Caller } from '../identity/Caller.ts';
import { grantedFields } from './grantedFields.ts';

/** Whose facts a rule stands over: those of one collection, or of all of a view that names the type of each fact as `type`. */
export interface FactSource {
  /** The department that owns them. */
  readonly department: string;
  /** Their GraphQL type; absent for a view over several types. */
  readonly type?: string;
  /**
   * Stored fields that decide which rows are found, where nothing of a row is told but by the guarded fields of its type; absent for whatever
   * tells of a row in another way.
   */
  readonly dependsOn?: readonly string[];
}

/**
 * The one visibility rule: which facts of a department a caller may see on a day.
 *
 * Every loader, connection, count, search, export, feed and report reads through this filter; nothing reads facts around it.
 * Beside it stand `withdrawalFilter` (what law wants public of an annulled decision) and `FIGURES_FILTER` (numbers about departments):
 * neither ever gives the content of a fact.
 * No caller, the owner included, sees a fact whose publicity was ended or whose window is not open: both days of
 * the window are public days (Civil Code art. 201-202: a period counted in months ends with its last day).
 * An enterprise sees its own facts of any scope, and of others what the public sees (design section 1).
 * An authorisation that was spent for the operation opens facts for authorised query about the enterprise that gave it, of the types that it
 * names, and nothing else. Where it names single fields of a type, it opens its facts only where these fields stand for themselves: not in
 * views, which tell more of a fact, and not to questions that depend on other fields.
 * A fact that no enterprise was found for is shown to departments only: nobody else could tell whom it is about.
 *
 * @param caller - who asks
 * @param today - the day in Asia/Shanghai
 * @param source - whose facts they are
 * @returns a MongoDB filter over the stored envelope
 */
export function visibilityFilter(caller: Caller, today: LocalDate, source: FactSource): Filter<FactDocumentBase> {
  const scopes = inScopes(visibleScopes(caller, source.department));
  const more = [...ownFacts(caller), ...authorisedFacts(caller, source)];
  return {
    'record.state': 'ACTIVE',
    ...(more.length === 0 ? scopes : { $or: [scopes, ...more] }),
    'record.publicity.from': { $not: { $gt: today } },
    'record.publicity.until': { $not: { $lt: today } },
    ...(caller.department === undefined ? { 'record.qualityFlags': { $ne: 'SUBJECT_UNLINKED' } } : {}),
  };
}

function inScopes(scopes: readonly UsageScope[]): Filter<FactDocumentBase> {
  return { 'record.usageScope': scopes.length === 1 ? scopes[0] : { $in: [...scopes] } };
}

/** What is about the enterprise that asks, and the record that is the enterprise itself. */
function ownFacts({ subject }: Caller): Filter<FactDocumentBase>[] {
  return subject === undefined ? [] : [{ subjectUscc: subject }, { _id: subject }];
}

function authorisedFacts({ authorisation }: Caller, { type, dependsOn }: FactSource): Filter<FactDocumentBase>[] {
  if (authorisation === undefined) return [];
  const { subject } = authorisation;
  const facts = { subjectUscc: subject, 'record.usageScope': 'AUTHORISED_QUERY' } as const;
  const factTypes = authorisation.factTypes.filter((each) => {
    const granted = grantedFields(authorisation, each);
    return granted === undefined || (each === type && dependsOn?.every((path) => granted.has(fieldOf(path))) === true);
  });
  if (type !== undefined) return factTypes.includes(type) ? [facts] : [];
  const ofTypes: object = { ...facts, type: { $in: factTypes } };
  return [ofTypes];
}

/** The field of the fact that a stored path belongs to. */
function fieldOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

function visibleScopes(caller: Caller, owner: string): UsageScope[] {
  if (caller.department === undefined) return ['PUBLIC'];
  return caller.department === owner ? ['PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'] : ['PUBLIC', 'GOV_SHARED'];
}
