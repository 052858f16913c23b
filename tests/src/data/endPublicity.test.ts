import { annulFact } from '../../../src/data/changeFact.ts';
import { endPublicity, restorePublicity } from '../../../src/data/endPublicity.ts';
import { asRemedy, codeOf, noticeFromFile, WINDOW } from './toyEffects.ts';
import { openToyDatabase, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const end = (id: string, decision = 'd1', reason = 'REPAIRED') =>
  endPublicity(toyFacts, id, { reason, decision }, asRemedy(toy));
const restore = (id: string, decision = 'd1') => restorePublicity(toyFacts, id, decision, asRemedy(toy));
const record = async () => (await toy.stored()).facts[0]?.record;

describe('the end of publicity', () => {
  it('hides the fact in a revision of its own that says why, and keeps all else', async () => {
    const id = await noticeFromFile(toy);
    expect(await end(id)).toEqual({ fact: id, revision: 2, changed: true });
    const { facts, revisions, outbox } = await toy.stored();
    expect(facts).toMatchObject([
      {
        _id: id,
        content: '原文',
        record: {
          state: 'HIDDEN',
          revisionReason: 'PUBLICITY_ENDED',
          publicity: { ...WINDOW, endedOn: '2026-06-15', endReason: 'REPAIRED', endedBy: ['d1'] },
          provenance: { operator: 'service:remedy', source: 'effect' },
        },
      },
    ]);
    expect(revisions).toMatchObject([{ _id: `${id}@1`, record: { state: 'ACTIVE', publicity: WINDOW } }]);
    expect(outbox.map(({ _id, reason }) => [_id, reason])).toEqual([
      [`${id}@1`, 'CREATED'],
      [`${id}@2`, 'PUBLICITY_ENDED'],
    ]);
  });

  it('is the same for the same decision, at the same moment as well', async () => {
    const id = await noticeFromFile(toy);
    const all = await Promise.all([end(id), end(id), end(id)]);
    expect(all.map(({ changed }) => changed).sort()).toEqual([false, false, true]);
    expect(all.map(({ revision }) => revision)).toEqual([2, 2, 2]);
    expect((await toy.stored()).revisions).toHaveLength(1);
  });

  it('outlives the next file that brings the fact with other content, and the same file', async () => {
    const id = await noticeFromFile(toy);
    await end(id);
    await noticeFromFile(toy, '新文', 'b');
    expect((await toy.stored()).facts).toMatchObject([
      { content: '新文', record: { state: 'HIDDEN', publicity: { endedBy: ['d1'], endReason: 'REPAIRED' } } },
    ]);
    await noticeFromFile(toy, '新文', 'c');
    expect((await record())?.revision).toBe(3);
  });

  it('is refused for a fact that is not there and for an annulled one; nothing is written', async () => {
    expect(await codeOf(end('none'))).toBe('FACT_UNKNOWN');
    const id = await noticeFromFile(toy);
    await annulFact(toyFacts, id, { note: '有误' }, asRemedy(toy));
    const before = await toy.stored();
    expect(await codeOf(end(id))).toBe('FACT_ANNULLED');
    expect(await codeOf(restore(id))).toBe('FACT_ANNULLED');
    expect(await toy.stored()).toEqual(before);
  });
});

describe('the undoing of a repair', () => {
  it('makes the fact public again to the last day of its window, which can not be repaired any more', async () => {
    const id = await noticeFromFile(toy);
    await end(id);
    expect(await restore(id)).toEqual({ fact: id, revision: 3, changed: true });
    expect(await record()).toMatchObject({ state: 'ACTIVE', revisionReason: 'RESTORED' });
    expect((await record())?.publicity).toEqual({ ...WINDOW, minimumUntil: WINDOW.until, undone: ['d1'] });
    expect(await restore(id)).toEqual({ fact: id, revision: 3, changed: false });
    await noticeFromFile(toy, '新文', 'b');
    expect((await record())?.publicity).toEqual({ ...WINDOW, minimumUntil: WINDOW.until, undone: ['d1'] });
  });

  it('is for ever: a late repetition of the decision ends nothing', async () => {
    const id = await noticeFromFile(toy);
    await end(id);
    await restore(id);
    const before = await toy.stored();
    expect(await codeOf(end(id))).toBe('DECISION_UNDONE');
    expect(await toy.stored()).toEqual(before);
  });

  it('leaves the fact hidden while another decision stands', async () => {
    const id = await noticeFromFile(toy);
    await end(id);
    expect(await end(id, 'd2', 'OBJECTION_UPHELD')).toMatchObject({ revision: 3, changed: true });
    await restore(id);
    expect(await record()).toMatchObject({ state: 'HIDDEN', publicity: { endedBy: ['d2'], endedOn: '2026-06-15' } });
    await restore(id, 'd2');
    expect(await record()).toMatchObject({ state: 'ACTIVE', publicity: { undone: ['d1', 'd2'] } });
  });
});
