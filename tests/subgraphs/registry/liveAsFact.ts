import type { Collection } from 'mongodb';
import type { FactCollection } from '../../../src/data/FactCollection.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { annul, correct, create, entered, ENTERPRISE, STAFF } from './openRegistry.ts';

/** One kind of fact with values to enter and to correct. */
export interface FactSample {
  readonly collection: FactCollection;
  /** Its name in mutations and as a root field. */
  readonly noun: string;
  /** The root field that lists it. */
  readonly list: string;
  /** The field under the enterprise. */
  readonly under: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What is selected of it, and what that reads after entering. */
  readonly selection: string;
  readonly reads: Readonly<Record<string, unknown>>;
  readonly correction: Readonly<Record<string, unknown>>;
  /** What reads otherwise after the correction. */
  readonly corrected: Readonly<Record<string, unknown>>;
  /** Who reads it; anybody unless told. */
  readonly reader?: Caller;
}

const RECORD = 'record { revision revisionReason supersedes usageScope catalogueKind provenance { linkedBy source } }';

/**
 * The tests of a fact's whole life, the same for every collection of the registry: entered, read, corrected, annulled, refused.
 *
 * @param open - the registry, once it is open
 * @param sample - the kind of fact
 */
export function liveAsFact(open: () => TestDepartment, sample: FactSample): void {
  const { collection, noun, list, under, input, selection, reads, reader = ANONYMOUS } = sample;
  const ask = (document: string, variables = {}, caller = reader) => open().ask(document, variables, { caller });
  const stored = () => open().subgraph.database.facts(collection).find().toArray();
  const history = () => open().subgraph.database.revisions(collection).find().sort({ _id: 1 }).toArray();

  beforeEach(async () => {
    const { database } = open().subgraph;
    const kept = [database.facts(collection), database.revisions(collection), database.outbox];
    await Promise.all(kept.map((documents) => (documents as unknown as Collection).deleteMany({})));
  });

  it('is entered by the registry and read under its enterprise, by its id, in the list and as an entity', async () => {
    const { result, codes } = await create(open(), noun, input);
    expect(codes).toEqual([]);
    expect(result?.id).toMatch(/^[\w-]{24}$/);
    expect(result).toEqual({ id: result?.id, revision: 1, changed: true, qualityFlags: [], errors: [] });
    const fact = {
      id: result?.id,
      ...reads,
      subject: { uscc: ENTERPRISE, name: '福州测试有限公司' },
      record: {
        revision: 1,
        revisionReason: 'CREATED',
        supersedes: null,
        usageScope: collection.usageScope,
        catalogueKind: collection.catalogueKind,
        provenance: { linkedBy: 'USCC', source: 'mutation' },
      },
    };
    const fields = `{ id ${selection} subject { uscc name } ${RECORD} }`;
    const answer = await ask(
      `query ($id: ID!, $uscc: USCC!, $entity: [_Any!]!) {
        enterprise(uscc: $uscc) { page: ${under} { totalCount nodes ${fields} edges { node { id } } } }
        ${noun}(id: $id) ${fields}
        ${list} { totalCount nodes ${fields} }
        _entities(representations: $entity) { ... on ${collection.type} ${fields} }
      }`,
      { id: result?.id, uscc: ENTERPRISE, entity: [{ __typename: collection.type, id: result?.id }] },
    );
    expect(answer).toEqual({
      data: {
        enterprise: { page: { totalCount: 1, nodes: [fact], edges: [{ node: { id: result?.id } }] } },
        [noun]: fact,
        [list]: { totalCount: 1, nodes: [fact] },
        _entities: [fact],
      },
    });
  });

  it('is one fact however often it is entered', async () => {
    const first = await entered(open(), noun, input);
    const again = await create(open(), noun, input);
    expect(again.result).toMatchObject({ id: first, revision: 1, changed: false });
    expect([(await stored()).length, (await history()).length]).toEqual([1, 0]);
  });

  it('is corrected as a second revision; the first is kept as it was', async () => {
    const id = await entered(open(), noun, input);
    const before = await stored();
    const { result } = await correct(open(), noun, id, sample.correction, 1);
    expect(result).toMatchObject({ id, revision: 2, changed: true, errors: [] });
    const answer = await ask(`query ($id: ID!) { ${noun}(id: $id) { ${selection} ${RECORD} } }`, { id });
    expect(answer.data?.[noun]).toMatchObject({
      ...reads,
      ...sample.corrected,
      record: { revision: 2, revisionReason: 'CORRECTED', supersedes: `${id}@1` },
    });
    expect(await history()).toEqual(before.map((document) => ({ ...document, _id: `${id}@1`, fact: id })));
  });

  it('is not corrected by who has seen an older revision', async () => {
    const id = await entered(open(), noun, input);
    await correct(open(), noun, id, sample.correction, 1);
    const before = await stored();
    const { result, codes } = await correct(open(), noun, id, input, 1);
    expect([result, codes]).toEqual([null, ['REVISION_CONFLICT']]);
    expect(await stored()).toEqual(before);
  });

  it('is gone from every door once it is annulled, while its revisions are kept', async () => {
    const id = await entered(open(), noun, input);
    expect((await annul(open(), noun, id)).result).toMatchObject({ id, revision: 2, changed: true });
    const document = `query ($id: ID!, $uscc: USCC!, $entity: [_Any!]!) {
      enterprise(uscc: $uscc) { page: ${under} { totalCount nodes { id } } }
      ${noun}(id: $id) { id }
      ${list} { totalCount nodes { id } }
      _entities(representations: $entity) { ... on ${collection.type} { id } }
    }`;
    const variables = { id, uscc: ENTERPRISE, entity: [{ __typename: collection.type, id }] };
    const nothing = {
      enterprise: { page: { totalCount: 0, nodes: [] } },
      [noun]: null,
      [list]: { totalCount: 0, nodes: [] },
      _entities: [null],
    };
    for (const caller of [reader, STAFF]) expect(await ask(document, variables, caller)).toEqual({ data: nothing });
    expect((await stored()).map(({ record }) => record.state)).toEqual(['DELETED']);
    expect((await history()).map(({ record }) => record.state)).toEqual(['ACTIVE']);
    expect((await annul(open(), noun, id)).codes).toEqual(['FACT_UNKNOWN']);
  });

  it('lives again when the registry enters it anew after annulling it', async () => {
    const id = await entered(open(), noun, input);
    await annul(open(), noun, id);
    expect((await create(open(), noun, input)).result).toMatchObject({ id, revision: 3, changed: true });
    const { data } = await ask(`query ($id: ID!) { ${noun}(id: $id) { ${selection} } }`, { id });
    expect(data?.[noun]).toEqual(reads);
  });

  it.each([
    ['the public', ANONYMOUS],
    ['another department', staffOf('tax')],
    ['staff without the scope', { ...STAFF, scopes: new Set([`registry:${noun}:read`]) }],
  ])('is not written by %s', async (_who, caller) => {
    const id = await entered(open(), noun, input);
    const before = await stored();
    const refusals = [
      await create(open(), noun, { ...input, ...sample.correction }, caller),
      await correct(open(), noun, id, sample.correction, null, caller),
      await annul(open(), noun, id, caller),
    ];
    expect(refusals).toEqual(Array(3).fill({ result: null, codes: ['FORBIDDEN'] }));
    expect([await stored(), await history()]).toEqual([before, []]);
  });

  it('is refused without its required values, each named; nothing is stored', async () => {
    const required = Object.entries(collection.fields).filter(([, field]) => field.required);
    const { result } = await create(open(), noun, { subjectUscc: ENTERPRISE });
    expect(result?.id).toBeNull();
    expect(result?.errors.map(({ field, code }) => [field, code])).toEqual(
      required.map(([name]) => [name, 'REQUIRED_MISSING']),
    );
    expect(await stored()).toEqual([]);
  });
}
