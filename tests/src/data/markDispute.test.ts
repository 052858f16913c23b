import { endPublicity } from '../../../src/data/endPublicity.ts';
import { markDispute } from '../../../src/data/markDispute.ts';
import { asRemedy, codeOf, noticeFromFile, WINDOW } from './toyEffects.ts';
import { openToyDatabase, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const mark = (id: string, disputed: boolean, one = 'o1') =>
  markDispute(toyFacts, id, { case: one, disputed }, asRemedy(toy));
const isDisputed = async () => (await toy.stored()).facts[0]?.record.disputed ?? false;

describe('the mark of an objection', () => {
  it('is set and taken off by revisions that keep everything else', async () => {
    const id = await noticeFromFile(toy);
    const [before] = (await toy.stored()).facts;
    expect(await mark(id, true)).toEqual({ fact: id, revision: 2, changed: true });
    expect(await mark(id, true)).toEqual({ fact: id, revision: 2, changed: false });
    expect((await toy.stored()).facts).toMatchObject([
      { content: '原文', record: { disputed: true, state: 'ACTIVE', publicity: WINDOW, revisionReason: 'CORRECTED' } },
    ]);
    expect(await mark(id, false)).toEqual({ fact: id, revision: 3, changed: true });
    expect(await mark(id, false)).toEqual({ fact: id, revision: 3, changed: false });
    const [after] = (await toy.stored()).facts;
    const { record: was, ...own } = before ?? { record: {} };
    const { record: is, ...kept } = after ?? { record: {} };
    expect(kept).toEqual(own);
    expect(is).toEqual({ ...was, revision: 3, revisionReason: 'CORRECTED', provenance: expect.anything() as unknown });
  });

  it('stays until the last objection is over', async () => {
    const id = await noticeFromFile(toy);
    await mark(id, true);
    await mark(id, true, 'o2');
    await mark(id, false);
    expect(await isDisputed()).toBe(true);
    await mark(id, false, 'o2');
    expect(await isDisputed()).toBe(false);
  });

  it('is not taken off by a file that knows nothing of the objection, nor by one that says there is none', async () => {
    const id = await noticeFromFile(toy);
    await mark(id, true);
    await noticeFromFile(toy, '新文', 'b');
    expect(await isDisputed()).toBe(true);
    await noticeFromFile(toy, '再新', 'c', false);
    expect(await isDisputed()).toBe(true);
    await mark(id, false);
    expect(await isDisputed()).toBe(false);
  });

  it.each([
    ['that was there before', true, undefined],
    ['that comes meanwhile', undefined, true],
  ])('leaves a mark of the source %s', async (_when, before, meanwhile) => {
    const id = await noticeFromFile(toy, '原文', 'a', before);
    await mark(id, true);
    await noticeFromFile(toy, '新文', 'b', meanwhile);
    await mark(id, false);
    expect(await isDisputed()).toBe(true);
    await noticeFromFile(toy, '再新', 'c', false);
    expect(await isDisputed()).toBe(false);
  });

  it('is set on a hidden fact, which stays hidden', async () => {
    const id = await noticeFromFile(toy);
    await endPublicity(toyFacts, id, { reason: 'OBJECTION_UPHELD', decision: 'd' }, asRemedy(toy));
    await mark(id, true);
    await mark(id, false);
    expect((await toy.stored()).facts).toMatchObject([
      { record: { state: 'HIDDEN', publicity: { endedBy: ['d'], endReason: 'OBJECTION_UPHELD' } } },
    ]);
  });

  it('is refused where there is no such fact', async () => {
    expect(await codeOf(mark('none', true))).toBe('FACT_UNKNOWN');
  });
});
