import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { loadDepartments } from '../../gateway/departments.ts';
import { collectionId, type FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { openDepartment, staffOf, type TestDepartment } from '../kit/department.ts';

const CODE = '91350100705362917E';
const AGENCY: Caller = { audience: 'AGENCY', operator: 'bank', scopes: new Set() };

type Field = GraphQLField<unknown, unknown>;

/** The root fields that give pages of a type. */
function listsOf(schema: GraphQLSchema, { type }: FactCollection): readonly Field[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.filter((field) => getNamedType(field.type).name === `${type}Connection`);
}

/** How a list is narrowed to unlinked facts: by an argument, or by a part of its filter. */
function narrowing({ args }: Field, unlinked: boolean): string | undefined {
  if (args.some(({ name }) => name === 'unlinked')) return `unlinked: ${unlinked}`;
  const filter = args.find(({ name }) => name === 'filter')?.type;
  const isPart = filter !== undefined && isInputObjectType(filter) && 'unlinked' in filter.getFields();
  return isPart ? `filter: { unlinked: ${unlinked} }` : undefined;
}

function fact(_id: string, isLinked: boolean): FactDocumentBase {
  return {
    _id,
    ...(isLinked ? { subjectUscc: CODE } : {}),
    sortOn: '2026-06-01',
    record: {
      usageScope: 'PUBLIC',
      polarity: 'NEUTRAL',
      revision: 1,
      revisionReason: 'CREATED',
      provenance: { source: 'test', operator: 'test', receivedAt: new Date(0) },
      qualityFlags: isLinked ? ['USCC_REPAIRED'] : ['SUBJECT_UNLINKED', 'USCC_WRONG'],
      state: 'ACTIVE',
    },
  };
}

const factsOf = ({ collections }: SubgraphDefinition) =>
  Object.values(collections).filter(({ kind }) => kind === 'FACT');
const owners = (await loadDepartments()).filter((definition) => factsOf(definition).length > 0);

describe.each(owners.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
  const collections = factsOf(definition);
  let department: TestDepartment;

  beforeAll(async () => {
    department = await openDepartment(definition);
    for (const collection of collections) {
      const facts = department.subgraph.database.facts(collection);
      await facts.insertMany([fact(`${collection.name}:linked`, true), fact(`${collection.name}:open`, false)]);
    }
  });
  afterAll(() => department.close());

  it.each(collections.map((collection) => [collectionId(collection), collection] as const))(
    '%s shows facts without an enterprise to departments only, in lists of their own where they want',
    async (_id, collection) => {
      const lists = listsOf(definition.schema, collection);
      const page = '{ nodes { id } totalCount }';
      const read = async (list: Field, argument: string, caller: Caller): Promise<unknown[]> => {
        const { data } = await department.ask(`{ page: ${list.name}(first: 10, ${argument}) ${page} }`, {}, { caller });
        const found = data?.['page'] as { nodes: { id: string }[]; totalCount: number } | null | undefined;
        // A list that the caller may not use at all shows nothing either.
        expect(found?.totalCount).toBe(found?.nodes.length);
        return (found?.nodes ?? []).map(({ id }) => id.split(':')[1]).sort();
      };
      for (const list of lists) {
        for (const caller of [ANONYMOUS, AGENCY]) expect(await read(list, '', caller)).not.toContain('open');
      }
      const narrowed = lists.filter((list) => narrowing(list, true) !== undefined);
      expect(narrowed).not.toEqual([]);
      for (const list of narrowed) {
        const [only = '', without = ''] = [narrowing(list, true), narrowing(list, false)];
        for (const caller of [ANONYMOUS, AGENCY]) expect(await read(list, only, caller)).toEqual([]);
        for (const caller of [staffOf(name), staffOf('tax')]) {
          expect(await read(list, '', caller)).toEqual(['linked', 'open']);
          expect(await read(list, only, caller)).toEqual(['open']);
          expect(await read(list, without, caller)).toEqual(['linked']);
        }
      }
    },
  );

  it('gives the public none by its id', async () => {
    const fields = Object.values(definition.schema.getQueryType()?.getFields() ?? {});
    for (const collection of collections) {
      const byId = fields.find(
        ({ type, args }) => getNamedType(type).name === collection.type && args[0]?.name === 'id',
      );
      if (byId === undefined) throw new Error(`${collection.type} can not be asked for by its id.`);
      const document = `{ fact: ${byId.name}(id: "${collection.name}:open") { id } }`;
      expect((await department.ask(document)).data?.['fact'] ?? null).toBeNull();
      const { data } = await department.ask(document, {}, { caller: staffOf(name) });
      expect(data?.['fact']).toEqual({ id: `${collection.name}:open` });
    }
  });
});
