import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { MeasureExecutionResolvers } from '../__generated__/resolvers.ts';
import { measureExecutions } from '../collections/measureExecutions.ts';
import { listById } from '../lists/listDefinitions.ts';
import { measureById } from '../measures/measureDefinitions.ts';

/** A department's report on a measure. */
export const MeasureExecution: MeasureExecutionResolvers = {
  ...factResolvers(measureExecutions),
  measure: ({ measureId }) => (measureId === undefined ? null : (measureById(measureId) ?? null)),
  list: ({ listId }) => (listId === undefined ? null : (listById(listId) ?? null)),
};
