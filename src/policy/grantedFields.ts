import type { Caller, SpentAuthorisation } from '../identity/Caller.ts';

/** What tells which fact it is, whom it is about, and where it stands in a list; it comes along with any field of it. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'subject', 'decidedOn']);

const known = new WeakMap<SpentAuthorisation, Map<string, ReadonlySet<string> | undefined>>();

/**
 * The single fields of a fact type that an authorisation opens.
 *
 * @param authorisation - that was spent
 * @param type - GraphQL type
 * @returns names of fields; undefined where it names none of the type, and so does not narrow it
 */
export function grantedFields(authorisation: SpentAuthorisation, type: string): ReadonlySet<string> | undefined {
  if (authorisation.fields === undefined) return undefined;
  const types = known.get(authorisation) ?? new Map<string, ReadonlySet<string> | undefined>();
  known.set(authorisation, types);
  if (types.has(type)) return types.get(type);
  const begin = `${type}.`;
  const names = authorisation.fields
    .filter((field) => field.startsWith(begin))
    .map((field) => field.slice(begin.length));
  const granted = names.length === 0 ? undefined : new Set([...ALWAYS, ...names]);
  types.set(type, granted);
  return granted;
}

/** What decides whether a field of a row is withheld. */
export interface FieldReader {
  readonly caller: Caller;
  /** The department that answers. */
  readonly department?: string;
}

/** As much of a stored fact as says why it is seen. */
interface Row {
  readonly record?: { readonly usageScope?: string } | undefined;
}

/**
 * Tells whether a field of a fact is withheld: of facts that an authorisation alone has opened, the fields that it does not name. A row that
 * does not say why it is seen counts as one of them.
 *
 * @param reader - who asks, and where
 * @param type - GraphQL type of the fact
 * @param field - its name
 * @param row - the fact as it was read
 */
export function isFieldWithheld({ caller, department }: FieldReader, type: string, field: string, row: Row): boolean {
  const { authorisation } = caller;
  if (authorisation === undefined) return false;
  const granted = grantedFields(authorisation, type);
  if (granted === undefined || granted.has(field)) return false;
  if (department !== undefined && caller.department === department) return false;
  const { usageScope = 'AUTHORISED_QUERY' } = row.record ?? {};
  return usageScope === 'AUTHORISED_QUERY';
}
