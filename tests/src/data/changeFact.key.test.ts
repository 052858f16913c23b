import { annulFact, correctFact, createFact, type FactWriteResult } from '../../../src/data/changeFact.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { livingKeyFilter } from '../../../src/data/livingKey.ts';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { draftOf, openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const NOTICE = { subjectUscc: SUBJECT, number: '1', noticedOn: '2026-06-01', content: '原文' };

function context(locale: 'en' | 'zh' = 'en'): SubgraphContext {
  const { database } = toy;
  const request = { caller: staffOf('toy'), requestId: 'test', now: NOW, locale } as const;
  return { ...request, department: 'toy', title: '某局', database, loaders: new LoaderCache(), ...ALONE };
}

async function created(differing: object = {}): Promise<string> {
  return (await createFact(toyFacts, { ...NOTICE, ...differing }, context())).id ?? '';
}

function correct(id: string, input: object, note = '编号录错'): Promise<FactWriteResult> {
  return correctFact(toyFacts, id, { ...input }, { note }, context());
}

async function imported(batch: string, ...drafts: readonly FactDraft[]): Promise<readonly string[]> {
  const origin = { source: `${batch}.csv`, batch, operator: 'li@toy', receivedAt: NOW };
  const setting = { origin, reason: 'CORRECTED', neverHas: new Set<string>() } as const;
  return (await writeFacts(toy.database, toyFacts, drafts, setting)).map(({ outcome }) => outcome);
}

describe('a fact whose natural key is corrected', () => {
  const corrected = (): FactDraft => ({
    ...draftOf({ number: '2', content: '原文' }, 1),
    provider: { name: '某局' },
  });

  it('keeps its id, and a file that brings the corrected content makes no second fact', async () => {
    const id = await created();
    expect(await correct(id, { number: '2' })).toMatchObject({ id, revision: 2, errors: [] });
    const before = await toy.stored();
    expect(before.facts).toMatchObject([{ _id: id, record: { provenance: { key: corrected().id } } }]);
    expect(await imported('b', corrected())).toEqual(['UNCHANGED']);
    expect(await toy.stored()).toEqual(before);
  });

  it('is changed by such a file that says something new, and remembers its key', async () => {
    const id = await created();
    await correct(id, { number: '2' });
    const draft = { ...corrected(), values: { ...corrected().values, content: '新文' } };
    expect(await imported('b', draft)).toEqual(['CHANGED']);
    expect(await imported('c', draft)).toEqual(['UNCHANGED']);
    expect((await toy.stored()).facts).toMatchObject([
      { _id: id, number: '2', content: '新文', record: { revision: 3, provenance: { key: corrected().id } } },
    ]);
  });

  it('remembers the key while other things are corrected, and forgets it when the old key is right after all', async () => {
    const id = await created();
    await correct(id, { number: '2' });
    await correct(id, { content: '改正' });
    expect((await toy.stored()).facts).toMatchObject([{ record: { provenance: { key: corrected().id } } }]);
    await correct(id, { number: '1' });
    const { facts } = await toy.stored();
    expect(facts.map(({ record }) => 'key' in record.provenance)).toEqual([false]);
    expect(await imported('b', corrected())).toEqual(['CREATED']);
  });

  it('is met by the same content entered by hand', async () => {
    const id = await created();
    await correct(id, { number: '2' });
    expect(await created({ number: '2' })).toBe(id);
    expect((await toy.stored()).facts).toHaveLength(1);
  });

  it('is not met any more once it is annulled', async () => {
    const id = await created();
    await correct(id, { number: '2' });
    await annulFact(toyFacts, id, { note: '撤销' }, context());
    expect(await imported('b', corrected())).toEqual(['CREATED']);
  });

  it('contradicts a row with its old key in the same file, and the row is not lost', async () => {
    const id = await created();
    await correct(id, { number: '2' });
    expect(await imported('b', corrected(), draftOf({ number: '1', content: '另文' }, 2))).toEqual([
      'UNCHANGED',
      'CONFLICT',
    ]);
    expect((await toy.stored()).facts).toMatchObject([{ _id: id, number: '2' }]);
  });

  it.each([
    ['a fact with that id', async () => created({ number: '2' })],
    [
      'a fact that was corrected to it',
      async () => {
        const other = await created({ number: '3' });
        await correct(other, { number: '2' });
        return other;
      },
    ],
  ])('is refused where %s stands already, and nothing is written', async (_what, another) => {
    const id = await created();
    const other = await another();
    const before = await toy.stored();
    const { errors, changed } = await correct(id, { number: '2' });
    expect([errors, changed]).toMatchObject([[{ field: 'number', code: 'KEY_TAKEN' }], false]);
    expect(errors[0]?.message).toContain(other);
    expect(await toy.stored()).toEqual(before);
    await annulFact(toyFacts, other, { note: '重复' }, context());
    expect(await correct(id, { number: '2' })).toMatchObject({ id, changed: true, errors: [] });
    expect(await imported('b', corrected())).toEqual(['UNCHANGED']);
  });
});

describe('corrections of many facts to one key at once', () => {
  it('give it to one of them, and the others are refused and as they were', async () => {
    const ids: string[] = [];
    for (const number of ['3', '4', '5', '6', '7', '8', '9', '10']) ids.push(await created({ number }));
    const answers = await Promise.all(ids.map((id) => correct(id, { number: '2' })));
    const [winner, ...more] = answers.filter(({ errors }) => errors.length === 0);
    expect(more).toEqual([]);
    expect(answers.flatMap(({ errors }) => errors.map(({ field, code }) => [field, code]))).toEqual(
      Array.from({ length: 7 }, () => ['number', 'KEY_TAKEN']),
    );
    const { facts, revisions, outbox } = await toy.stored();
    expect(facts.filter(({ number }) => number === '2').map(({ _id }) => _id)).toEqual([winner?.id]);
    expect([facts.length, revisions.length, outbox.length]).toEqual([8, 1, 9]);
  });

  it('are looked up by the index that refuses them', async () => {
    const plan = await toy.database
      .facts(toyFacts)
      .find(livingKeyFilter(['one', 'two']))
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('"indexName":"livingKey"');
    expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
  });
});

describe('a change without a reason', () => {
  it.each(['', '  ', '\u3000', '-', '无', '\u200B\u202E', '\u3164', '\u200D'])(
    'is refused for the note %j, and nothing is written',
    async (note) => {
      const id = await created();
      const before = await toy.stored();
      const wanted = { id: null, changed: false, errors: [{ field: 'note', code: 'REQUIRED_MISSING' }] };
      expect(await correct(id, { content: '改正' }, note)).toMatchObject(wanted);
      expect(await annulFact(toyFacts, id, { note }, context('zh'))).toMatchObject({
        ...wanted,
        errors: [{ message: '缺少必填项（请写明更正或撤销的理由）' }],
      });
      expect(await toy.stored()).toEqual(before);
    },
  );
});

describe('a wrong value of a mutation', () => {
  it.each([
    ['en', 'not an amount (a plain amount in 元)'],
    ['zh', '金额有误（金额（元））'],
  ] as const)('is told in the caller’s language: %s', async (locale, message) => {
    const wanted = [{ field: 'amount', code: 'AMOUNT_INVALID', message }];
    const { errors } = await createFact(toyFacts, { ...NOTICE, amount: '-1' }, context(locale));
    expect(errors).toEqual(wanted);
    const id = await created({ amount: '5.00' });
    const before = await toy.stored();
    const { errors: again } = await correctFact(toyFacts, id, { amount: '-1' }, { note: '改' }, context(locale));
    expect(again).toEqual(wanted);
    expect(await toy.stored()).toEqual(before);
  });
});
