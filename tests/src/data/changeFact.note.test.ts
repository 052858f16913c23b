import { annulFact, correctFact, createFact } from '../../../src/data/changeFact.ts';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';
import { openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
afterAll(() => toy.close());

function context(): SubgraphContext {
  const { database } = toy;
  const request = { caller: staffOf('toy'), requestId: 'test', now: NOW, locale: 'en' } as const;
  return { ...request, department: 'toy', title: '某局', database, loaders: new LoaderCache(), ...ALONE };
}

it('stores the note of a correction and of an annulment without personal numbers and hidden characters', async () => {
  const input = { subjectUscc: SUBJECT, number: '1', noticedOn: '2026-06-01', content: '原文' };
  const { id } = await createFact(toyFacts, input, context());
  const note = `当事人${citizenIdOf('350102', '19900307', 101)}\u202E来电138 1234 1234 `;
  await correctFact(toyFacts, id ?? '', { content: '改正' }, { note }, context());
  await annulFact(toyFacts, id ?? '', { note }, context());
  const { facts, revisions } = await toy.stored();
  const notes = [...revisions, ...facts].map(({ record }) => record.revisionNote);
  const masked = `当事人${'*'.repeat(18)}来电138****1234`;
  expect(notes).toEqual([undefined, masked, masked]);
});
