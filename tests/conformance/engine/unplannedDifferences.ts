import type { KnownDifference } from './KnownDifference.ts';
import { hasNoPlan } from './planFailures.ts';

/** What `@apollo/gateway` finds no plan for. */
export const unplannedDifferences: readonly KnownDifference[] = [
  {
    name: 'introspection below a condition',
    sentence:
      'GraphQL October 2021, 6.3.2: CollectFields follows fragments wherever they stand, so that __schema and __type may stand in a fragment with a condition beside other fields.',
    matches: (outcome) => hasNoPlan(outcome, /find any options for (?:\w+: ?)?__(?:schema|type)/),
  },
  {
    name: 'no plan for the type of an interface object',
    sentence:
      'Federation, entity interfaces: a subgraph with @interfaceObject does not know the implementations, so that the router asks a subgraph which defines the interface for __typename.',
    matches: (outcome) => hasNoPlan(outcome, /should have an edge from .* for __typename/),
  },
  {
    name: 'no plan for what an interface object adds, beside another interface',
    sentence:
      'Federation, entity interfaces: what an interface object adds belongs to every implementation, also where this implements another interface that the same subgraph knows as an object.',
    matches: (outcome) => hasNoPlan(outcome, /^Was not able to find any options for (?:\w+: )?i\d+x\d+/),
  },
  {
    name: 'no plan for a mutation to whose result two interface objects add fields',
    sentence:
      'GraphQL October 2021, 3.13.1: a field with @skip "must not be queried if the skip condition is true", so that nothing below it has to be planned.',
    matches: (outcome) => hasNoPlan(outcome, /^Was not able to plan mutation/),
  },
];
