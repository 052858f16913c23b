import fc from 'fast-check';
import { annulFact, correctFact, createFact, type FactWriteResult } from '../../../src/data/changeFact.ts';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const NOTICE = { subjectUscc: SUBJECT, number: '1', noticedOn: '2026-06-01', content: '原文', amount: '1.00' };

function context(now = NOW): SubgraphContext {
  const { database } = toy;
  const request = { caller: staffOf('toy'), requestId: 'test', now, locale: 'en' } as const;
  return { ...request, department: 'toy', title: '某局', database, loaders: new LoaderCache(), ...ALONE };
}

async function created(): Promise<string> {
  const { id } = await createFact(toyFacts, NOTICE, context());
  return id ?? '';
}

function correct(id: string, input: object, expectedRevision?: number | null): Promise<FactWriteResult> {
  return correctFact(toyFacts, id, { ...input }, { note: '录入有误', expectedRevision }, context());
}

/** The error's code of a refused change; undefined for one that was taken. */
async function codeOf(change: Promise<unknown>): Promise<unknown> {
  try {
    await change;
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.extensions['code'];
  }
}

describe('a correction', () => {
  it('replaces what it gives, takes out what it sets to null, and keeps the rest', async () => {
    const id = await created();
    expect(await correct(id, { content: '改正', amount: null })).toMatchObject({ id, revision: 2, changed: true });
    const { facts, revisions } = await toy.stored();
    expect(facts).toMatchObject([
      {
        _id: id,
        number: '1',
        content: '改正',
        record: {
          revision: 2,
          revisionReason: 'CORRECTED',
          revisionNote: '录入有误',
          provenance: { operator: 'tester@toy', correctedOn: NOW, publicSince: NOW },
        },
      },
    ]);
    expect(facts.map((fact) => 'amount' in fact)).toEqual([false]);
    expect(revisions).toMatchObject([{ _id: `${id}@1`, fact: id, content: '原文', record: { revision: 1 } }]);
  });

  it('that changes nothing is no revision', async () => {
    const id = await created();
    const before = await toy.stored();
    expect(await correct(id, { content: ' 原文 ' }, 1)).toMatchObject({ revision: 1, changed: false, errors: [] });
    expect(await toy.stored()).toEqual(before);
  });

  it('with a wrong value is refused, names the field, and writes nothing', async () => {
    const id = await created();
    const before = await toy.stored();
    const { errors, changed, revision } = await correct(id, { noticedOn: '2026-02-30' });
    expect([errors.map(({ field, code }) => [field, code]), changed, revision]).toEqual([
      [['noticedOn', 'DATE_INVALID']],
      false,
      null,
    ]);
    expect(await toy.stored()).toEqual(before);
  });

  it.each([0, 1, 3, -1, 2 ** 31 - 1])(
    'that expects revision %i of a fact at its second is refused',
    async (expected) => {
      const id = await created();
      await correct(id, { content: '改正' });
      const before = await toy.stored();
      expect(await codeOf(correct(id, { content: '再改' }, expected))).toBe('REVISION_CONFLICT');
      expect(await codeOf(annulFact(toyFacts, id, { note: 'x', expectedRevision: expected }, context()))).toBe(
        'REVISION_CONFLICT',
      );
      expect(await toy.stored()).toEqual(before);
    },
  );

  it.each([1, undefined, null])(
    'is never lost to another of the same moment: all expect revision %p',
    async (expected) => {
      const id = await created();
      const texts = Array.from({ length: 12 }, (_, at) => `第${at}人`);
      const codes = await Promise.all(texts.map((content) => codeOf(correct(id, { content }, expected))));
      const taken = texts.filter((_, at) => codes[at] === undefined);
      expect(codes.filter((code) => code !== undefined && code !== 'REVISION_CONFLICT')).toEqual([]);
      const { facts, revisions, outbox } = await toy.stored();
      expect([...revisions, ...facts].map(({ content }) => content).sort()).toEqual(['原文', ...taken].sort());
      expect(outbox).toHaveLength(taken.length + 1);
      if (expected === 1) expect(taken).toHaveLength(1);
      else expect(taken.length).toBeGreaterThan(0);
    },
  );

  it('of one field does not undo one of another field at the same moment', async () => {
    const id = await created();
    const codes = await Promise.all([
      codeOf(correct(id, { content: '改正' })),
      codeOf(correct(id, { amount: '2.00' })),
      codeOf(correct(id, { noticedOn: '2026-06-02' })),
    ]);
    const [fact] = (await toy.stored()).facts;
    const is = [fact?.content, String(fact?.amount), fact?.noticedOn];
    const wanted = ['改正', '2.00', '2026-06-02'].map((value, at) =>
      codes[at] === undefined ? value : [NOTICE.content, NOTICE.amount, NOTICE.noticedOn][at],
    );
    expect(is).toEqual(wanted);
  });
});

describe('an annulment', () => {
  it('keeps the content and the history, and says when and why', async () => {
    const id = await created();
    await annulFact(toyFacts, id, { note: '决定已撤销' }, context());
    const { facts, revisions, outbox } = await toy.stored();
    expect(facts).toMatchObject([
      {
        content: '原文',
        record: {
          state: 'DELETED',
          revision: 2,
          revisionReason: 'ANNULLED',
          revisionNote: '决定已撤销',
          publicity: { endedOn: '2026-06-15', endReason: 'ANNULLED' },
        },
      },
    ]);
    expect(revisions).toMatchObject([{ _id: `${id}@1`, record: { state: 'ACTIVE' } }]);
    expect(outbox.map(({ reason }) => reason)).toEqual(['CREATED', 'ANNULLED']);
  });

  it('is dated in Shanghai', async () => {
    const id = await created();
    await annulFact(toyFacts, id, { note: 'x' }, context(new Date('2026-06-15T16:00:00Z')));
    expect((await toy.stored()).facts).toMatchObject([{ record: { publicity: { endedOn: '2026-06-16' } } }]);
  });

  it('leaves nothing to correct or to annul again', async () => {
    const id = await created();
    await annulFact(toyFacts, id, { note: 'x' }, context());
    const before = await toy.stored();
    expect(await codeOf(correct(id, { content: '改正' }))).toBe('FACT_UNKNOWN');
    expect(await codeOf(annulFact(toyFacts, id, { note: 'x' }, context()))).toBe('FACT_UNKNOWN');
    expect(await codeOf(correct('none', { content: '改正' }))).toBe('FACT_UNKNOWN');
    expect(await toy.stored()).toEqual(before);
  });

  it('and a correction of the same moment: one of them is refused, or the correction came first', async () => {
    const id = await created();
    const codes = await Promise.all([
      codeOf(annulFact(toyFacts, id, { note: 'x' }, context())),
      codeOf(correct(id, { content: '改正' })),
    ]);
    const { facts } = await toy.stored();
    const state = facts.map(({ content, record }) => [content, record.state]);
    if (codes[0] !== undefined) expect(state).toEqual([['改正', 'ACTIVE']]);
    else expect(state).toEqual([[codes[1] === undefined ? '改正' : '原文', 'DELETED']]);
  });
});

const change = fc.oneof(
  fc.record({ content: fc.constantFrom('甲', '乙', null), amount: fc.constantFrom('1.00', '2.00', null) }),
  fc.constant('ANNUL' as const),
  fc.constant('CREATE' as const),
);

it('enters nothing twice: the same input changes nothing, another one is refused and says which fact to correct', async () => {
  const id = await created();
  const same = await createFact(toyFacts, NOTICE, context());
  expect(same).toMatchObject({ id, revision: 1, changed: false, errors: [] });
  const before = await toy.stored();
  const other = await createFact(toyFacts, { ...NOTICE, content: '另一内容' }, context());
  expect(other).toMatchObject({ id: null, changed: false, errors: [{ field: 'number', code: 'FACT_EXISTS' }] });
  expect(other.errors[0]?.message).toContain(id);
  expect(await toy.stored()).toEqual(before);
  await annulFact(toyFacts, id, { note: 'x' }, context());
  expect(await createFact(toyFacts, { ...NOTICE, content: '另一内容' }, context())).toMatchObject({ id, revision: 3 });
});

it('keeps a gapless history however a fact is created, corrected and annulled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
      const id = await created();
      for (const next of changes) {
        if (next === 'CREATE') await created();
        else if (next === 'ANNUL') await codeOf(annulFact(toyFacts, id, { note: 'x' }, context()));
        else await codeOf(correct(id, next));
      }
      const { facts, revisions, outbox } = await toy.stored();
      const chain = [...revisions, ...facts].map(({ record }) => record.revision).sort((one, other) => one - other);
      expect(chain).toEqual(chain.map((_, at) => at + 1));
      expect(outbox.map(({ revision }) => revision).sort((one, other) => one - other)).toEqual(chain);
      expect(outbox.filter(({ reason }) => reason === 'CREATED')).toHaveLength(1);
    }),
    { numRuns: 20, plugins: [fc.beforeEach(() => toy.clear())] },
  );
});
