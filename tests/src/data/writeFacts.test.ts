import fc from 'fast-check';
import type { WriteOrigin } from '../../../src/data/buildDocument.ts';
import type { WriteSetting } from '../../../src/data/planWrite.ts';
import { revisionId, writeFacts } from '../../../src/data/writeFacts.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { draftOf, openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const AT = new Date('2026-06-15T04:00:00Z');
const PERSON: WriteOrigin = { source: 'mutation', operator: 'li@toy', receivedAt: AT };
const FILE: WriteOrigin = { source: 'a.csv', operator: 'li@toy', receivedAt: AT, batch: 'a' };
const OTHER_FILE: WriteOrigin = { ...FILE, source: 'b.csv', batch: 'b' };

function setting(origin: WriteOrigin, neverHas: readonly string[] = []): WriteSetting {
  return { origin, reason: 'CORRECTED', neverHas: new Set(neverHas) };
}

async function write(drafts: readonly FactDraft[], origin = FILE, neverHas: readonly string[] = []): Promise<string[]> {
  const written = await writeFacts(toy.database, toyFacts, drafts, setting(origin, neverHas));
  return written.map(({ outcome }) => outcome);
}

describe('writing facts', () => {
  it('creates what is new, with one event for each', async () => {
    const drafts = [draftOf({ number: '1' }, 1), draftOf({ number: '2' }, 2)];
    expect(await write(drafts)).toEqual(['CREATED', 'CREATED']);
    const { facts, revisions, outbox } = await toy.stored();
    expect(facts.map((fact) => fact._id)).toEqual(drafts.map(({ id }) => id).sort());
    expect(revisions).toEqual([]);
    expect(outbox).toEqual(
      drafts
        .map(({ id }) => ({
          _id: `${id}@1`,
          collection: 'notices',
          fact: id,
          revision: 1,
          reason: 'CREATED',
          subjectUscc: SUBJECT,
          at: AT,
        }))
        .sort((one, other) => (one._id < other._id ? -1 : 1)),
    );
  });

  it('keeps what a change replaces exactly as it was, and counts on', async () => {
    await write([draftOf({ number: '1', content: '旧', amount: '12.50' }, 1)]);
    const before = await toy.stored();
    expect(await write([draftOf({ number: '1', content: '新', amount: '12.50' }, 9)], OTHER_FILE)).toEqual(['CHANGED']);
    const after = await toy.stored();
    expect(after.facts).toMatchObject([{ content: '新', record: { revision: 2, revisionReason: 'CORRECTED' } }]);
    expect(after.revisions).toEqual(before.facts.map((fact) => ({ ...fact, _id: `${fact._id}@1`, fact: fact._id })));
    expect(after.outbox.map(({ revision, reason }) => [revision, reason])).toEqual([
      [1, 'CREATED'],
      [2, 'CORRECTED'],
    ]);
  });

  it('writes nothing for what says the same in another file, in other digits, or by a person', async () => {
    await write([draftOf({ number: '1', content: '同', amount: '12.50' }, 1)]);
    const before = await toy.stored();
    const again = { number: ' 1 ', content: '同 ', amount: '12.5' };
    for (const origin of [FILE, OTHER_FILE, PERSON])
      expect(await write([draftOf(again, 7)], origin)).toEqual(['UNCHANGED']);
    expect(await toy.stored()).toEqual(before);
  });

  it('lets the first of two rows stand that contradict each other in one file, in one batch or in two', async () => {
    const [one, other] = [draftOf({ number: '1', content: '甲' }, 1), draftOf({ number: '1', content: '乙' }, 2)];
    const written = await writeFacts(toy.database, toyFacts, [one, other, one], setting(FILE));
    expect(written.map(({ outcome, conflictsWith }) => [outcome, conflictsWith])).toEqual([
      ['CREATED', undefined],
      ['CONFLICT', 1],
      ['UNCHANGED', 1],
    ]);
    expect(await write([draftOf({ number: '1', content: '丙' }, 3)])).toEqual(['CONFLICT']);
    expect((await toy.stored()).facts).toMatchObject([{ content: '甲', record: { revision: 1 } }]);
  });

  it('does not let a file undo what a person corrected since', async () => {
    const row = draftOf({ number: '1', content: '错' }, 1);
    await write([row]);
    expect(await write([draftOf({ number: '1', content: '对' })], PERSON)).toEqual(['CHANGED']);
    expect(await write([row])).toEqual(['UNCHANGED']);
    expect((await toy.stored()).facts).toMatchObject([{ content: '对', record: { revision: 2 } }]);
  });

  it('keeps values of fields that a source never has, and drops those that it left empty', async () => {
    await write([draftOf({ number: '1', content: '全', amount: '5' }, 1)], PERSON);
    expect(await write([draftOf({ number: '1', content: '全' }, 1)], FILE, ['amount'])).toEqual(['UNCHANGED']);
    expect(await write([draftOf({ number: '1', content: '改' }, 1)], FILE, ['amount'])).toEqual(['CHANGED']);
    const [kept] = (await toy.stored()).facts;
    expect([kept?.content, String(kept?.amount)]).toEqual(['改', '5.00']);
    expect(await write([draftOf({ number: '1', content: '改' }, 1)], OTHER_FILE)).toEqual(['CHANGED']);
    expect((await toy.stored()).facts.map((fact) => 'amount' in fact)).toEqual([false]);
  });

  it('does nothing for no drafts', async () => {
    expect(await write([])).toEqual([]);
    expect(await toy.stored()).toEqual({ facts: [], revisions: [], outbox: [] });
  });
});

const row = fc.record({
  number: fc.constantFrom('1', '2', '3', '4', '5'),
  content: fc.constantFrom('甲', '乙', '丙'),
  amount: fc.constantFrom('0', '1.00', '1.000001'),
});

describe('however files and people follow each other', () => {
  it('the same drafts again change nothing, and each revision has its event and its place in the history', async () => {
    const batch = fc.record({
      origin: fc.constantFrom(FILE, OTHER_FILE, PERSON),
      rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), async (batches) => {
        for (const { origin, rows } of batches) {
          const drafts = rows.map((values, at) => draftOf(values, at + 1));
          const outcomes = await write(drafts, origin);
          const before = await toy.stored();
          const again = await write(drafts, origin);
          if (origin.batch !== undefined) expect(await toy.stored()).toEqual(before);
          expect(again.filter((outcome) => outcome === 'CREATED')).toEqual([]);
          expect(again).toHaveLength(outcomes.length);
        }
        const { facts, revisions, outbox } = await toy.stored();
        const numbers = facts.flatMap(({ _id, record }) =>
          Array.from({ length: record.revision }, (_, at) => `${_id}@${at + 1}`),
        );
        const kept = [...revisions.map(({ _id }) => _id), ...facts.map(revisionId)];
        expect(kept.sort()).toEqual(numbers.sort());
        expect(outbox.map(({ _id }) => _id).sort()).toEqual(numbers);
      }),
      { numRuns: 25, plugins: [fc.beforeEach(() => toy.clear())] },
    );
  });
});
