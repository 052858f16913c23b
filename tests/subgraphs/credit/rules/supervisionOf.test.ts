import { supervisionOf } from '../../../../subgraphs/credit/rules/supervisionOf.ts';

it.each([
  [{ fulfilment: 'IN_PROGRESS' }, 'WATCHED'],
  [{ fulfilment: 'IN_PROGRESS', endedOn: '2026-06-01' }, 'COMPLETED'],
  [{ fulfilment: 'FULL' }, 'COMPLETED'],
  [{ fulfilment: 'NONE' }, 'COMPLETED'],
])('a commitment with %j is %s', (values, state) => {
  expect(supervisionOf(values)).toBe(state);
});
