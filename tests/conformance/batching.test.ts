import {
  getNamedType,
  isListType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { loadDepartments } from '../../gateway/departments.ts';
import { commandsOf, projectedFields } from '../kit/commands.ts';
import { openDepartment, staffOf, type TestDepartment } from '../kit/department.ts';
import { testCodes } from '../subgraphs/registry/testCodes.ts';
import { plantFacts } from './plantFacts.ts';

/** A department without facts of its own adds nothing to an enterprise. */
const departments = (await loadDepartments()).filter(({ collections }) => Object.keys(collections).length > 0);
const FIFTY = testCodes(50);

type Answer = Readonly<Record<string, unknown>> | null;

describe.each(departments.map((definition) => [definition.name, definition] as const))(
  'fifty enterprises asked of %s',
  (name, definition) => {
    const pages = pageFields(definition.schema, isFact);
    const rows = rowTypes(definition.schema);
    const views = pageFields(definition.schema, (row) => !isFact(row));
    const isOwner = Object.values(definition.collections).some(({ kind }) => kind === 'SUBJECT');
    let department: TestDepartment;
    beforeAll(async () => {
      department = await openDepartment(definition);
      await plantFacts(department);
      await department.settle();
    });
    afterAll(() => department.close());

    async function ask(codes: readonly string[], selection: string): Promise<readonly Answer[]> {
      const { data, errors } = await department.ask(
        `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Enterprise { ${selection} } } }`,
        { rows: codes.map((uscc) => ({ __typename: 'Enterprise', uscc })) },
        { caller: staffOf(name) },
      );
      expect(errors).toBeUndefined();
      return data?.['_entities'] as readonly Answer[];
    }

    it('for a page of every fact cost one command for each, and as many again for the numbers', async () => {
      expect(pages.length).toBeGreaterThan(0);
      for (const [selected, commands] of [
        ['nodes { __typename }', pages.length],
        ['totalCount nodes { __typename }', pages.length * 2],
      ] as const) {
        const sent = await commandsOf(department, () =>
          ask(FIFTY, pages.map((page) => `${page}(first: 2) { ${selected} }`).join(' ')),
        );
        // The owner of enterprises reads which of them are registered as well.
        expect(sent).toHaveLength(commands + (isOwner ? 1 : 0));
        const collections = new Set(sent.map(({ collection }) => collection));
        const paged = Object.values(definition.collections).filter(
          ({ kind, type }) => kind === 'SUBJECT' || rows.has(type),
        );
        expect([...collections].sort()).toEqual(paged.map((collection) => collection.name).sort());
      }
    });

    it('for a page of a view cost as many commands as one of them', async () => {
      for (const view of views) {
        const selection = `${view}(first: 2) { totalCount nodes { __typename } }`;
        const one = await commandsOf(department, () => ask(FIFTY.slice(0, 1), selection));
        const fifty = await commandsOf(department, () => ask(FIFTY, selection));
        expect(fifty.map(({ collection }) => collection)).toEqual(one.map(({ collection }) => collection));
      }
    });

    it.each(pages)('read no more of %s than is selected', async (page) => {
      const sent = await commandsOf(department, () =>
        ask(FIFTY, `${page} { nodes { record { usageScope } } edges { cursor } }`),
      );
      // The field that names the parent tells whose each row is.
      const fields = projectedFields(sent.at(-1) ?? { name: '', collection: '', command: {} });
      expect(fields.filter((field) => !/^(subject|parent)Uscc$/.test(field))).toEqual(['record.usageScope', 'sortOn']);
      expect(fields).toHaveLength(3);
    });

    it('get the answers that each gets alone', async () => {
      const selection = [...pages, ...views].map(
        (page) =>
          `${page}(first: 2) { totalCount edges { cursor } nodes { __typename } pageInfo { hasNextPage endCursor } }`,
      );
      const together = await ask(FIFTY, selection.join(' '));
      const alone: Answer[] = [];
      for (const code of FIFTY) alone.push(...(await ask([code], selection.join(' '))));
      expect(together).toEqual(alone);
      const counts = together.flatMap((answer) =>
        Object.values(answer ?? {}).map((page) => (page as { readonly totalCount: number }).totalCount),
      );
      expect(Math.max(...counts)).toBeGreaterThan(2);
    });
  },
);

/** The fields of the enterprise that are pages, of facts or of what a view makes of them. */
function pageFields(schema: GraphQLSchema, isMeant: (row: GraphQLNamedType) => boolean): string[] {
  const enterprise = schema.getType('Enterprise');
  if (!isObjectType(enterprise)) return [];
  return Object.values(enterprise.getFields())
    .filter(({ type, args }) => !isListType(type) && args.some(isFirst) && isMeant(rowType(getNamedType(type))))
    .map(({ name }) => name);
}

/** Types of facts that an enterprise has pages of. */
function rowTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const enterprise = schema.getType('Enterprise');
  const fields = isObjectType(enterprise) ? enterprise.getFields() : {};
  return new Set(pageFields(schema, isFact).map((name) => rowOf(fields[name]?.type)));
}

function rowOf(type: GraphQLOutputType | undefined): string {
  return type === undefined ? '' : rowType(getNamedType(type)).name;
}

function rowType(page: GraphQLNamedType): GraphQLNamedType {
  const nodes = isObjectType(page) ? page.getFields()['nodes'] : undefined;
  if (nodes === undefined) throw new Error(`${page.name} has no rows.`);
  return getNamedType(nodes.type);
}

function isFact(row: GraphQLNamedType): boolean {
  return isObjectType(row) && row.getInterfaces().some(({ name }) => name === 'CreditFact');
}

function isFirst({ name }: { readonly name: string }): boolean {
  return name === 'first';
}
