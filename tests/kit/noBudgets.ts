import { budgetVariables } from '../../src/config/budgets.ts';

/** Settings by which nobody has a budget: what is told of one would differ with each request. */
export const NO_BUDGETS: NodeJS.ProcessEnv = Object.fromEntries(
  Object.keys(budgetVariables).map((name) => [name, 'off']),
);
