import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import type { EnterpriseFilter } from './__generated__/resolvers.ts';

/** Turns the API's filter into one over stored fields; every part is served by an index of the collection. */
export function enterpriseFilter(filter: EnterpriseFilter | null | undefined): Filter<FactDocumentBase> {
  const { nameStartsWith, divisionCode, establishedFrom, establishedTo, ...exact } = filter ?? {};
  const parts: Filter<FactDocumentBase>[] = Object.entries(exact)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ [name]: value }));
  if (typeof nameStartsWith === 'string') parts.push({ name: startingWith(nameStartsWith) });
  if (typeof divisionCode === 'string') parts.push({ divisionCode: startingWith(divisionCode) });
  if (typeof establishedFrom === 'string') parts.push({ sortOn: { $gte: establishedFrom } });
  if (typeof establishedTo === 'string') parts.push({ sortOn: { $lte: establishedTo, $gt: '' } });
  return parts.length === 0 ? {} : { $and: parts };
}

/** A range over the index: cheaper than a regular expression, and nothing in the text has a meaning of its own. */
function startingWith(beginning: string): { $gte: string; $lt: string } {
  return { $gte: beginning, $lt: `${beginning}\u{10FFFF}` };
}
