import { graphql, type ExecutionResult } from 'graphql';
import type { Caller } from '../../../src/identity/Caller.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { guardSchema } from '../../../src/policy/guardSchema.ts';
import { PolicyError } from '../../../src/policy/PolicyError.ts';
import { buildToySchema, toyDepartment, type ToyDepartment } from './toyDepartment.ts';

const OFFICIAL: Caller = { audience: 'INTERNAL', department: 'other', operator: 'li', scopes: new Set(['other:*']) };
const OWNER: Caller = { audience: 'INTERNAL', department: 'toy', operator: 'wang', scopes: new Set(['toy:*']) };

function guardedToy(): ToyDepartment {
  const toy = toyDepartment();
  guardSchema(toy.schema);
  return toy;
}

async function ask(toy: ToyDepartment, source: string, caller: Caller = ANONYMOUS): Promise<ExecutionResult> {
  const result = await graphql({ schema: toy.schema, source, contextValue: { caller } });
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}

function denials(result: ExecutionResult): unknown[] {
  return (result.errors ?? []).map(({ path, extensions }) => [
    path?.join('.'),
    extensions['code'],
    extensions['details'],
  ]);
}

const forbidden = (path: string, coordinate: string) => [path, 'FORBIDDEN', { coordinate }];

describe('guardSchema', () => {
  it('refuses a field that returns a guarded type, and does not run its resolver', async () => {
    const toy = guardedToy();
    const result = await ask(toy, '{ file { title } other: file { id } ...F } fragment F on Query { files { id } }');
    expect(result.data).toEqual({ file: null, other: null, files: null });
    expect(denials(result)).toEqual([
      forbidden('file', 'Query.file'),
      forbidden('other', 'Query.file'),
      forbidden('files', 'Query.files'),
    ]);
    expect(toy.ran).toEqual([]);
  });

  it('refuses a guarded type nested below an open one and leaves its neighbours', async () => {
    const result = await ask(guardedToy(), '{ note(id: 1) { title file { title } paper { title } seal } }');
    expect(result.data).toEqual({ note: { title: 'a note', file: null, paper: null, seal: null } });
    expect(denials(result)).toEqual(
      expect.arrayContaining([
        forbidden('note.file', 'Note.file'),
        forbidden('note.paper', 'File'),
        forbidden('note.seal', 'Note.seal'),
      ]),
    );
    expect(result.errors).toHaveLength(3);
  });

  it('refuses one row of a list whose concrete type is guarded', async () => {
    const result = await ask(guardedToy(), '{ papers { __typename title } leaf { ... on File { title } } }');
    expect(result.data).toEqual({ papers: [null, { __typename: 'Note', title: 'a note' }], leaf: null });
    expect(denials(result)).toEqual(expect.arrayContaining([forbidden('papers.0', 'File'), forbidden('leaf', 'File')]));
  });

  it('refuses one row of _entities, leaves the others, and does not look the refused one up', async () => {
    const toy = guardedToy();
    const result = await ask(
      toy,
      `{ _entities(representations: [{ __typename: "File", id: "f1" }, { __typename: "Note", id: "n1" },
         { __typename: "Silent", id: "s1", word: "psst" }]) { __typename ... on Note { title } ... on File { title } ... on Silent { word } } }`,
    );
    expect(result.data).toEqual({ _entities: [null, { __typename: 'Note', title: 'a note' }, null] });
    expect(denials(result)).toEqual([forbidden('_entities.0', 'File'), forbidden('_entities.2', 'Silent')]);
    expect(toy.ran).toEqual(['Note']);
  });

  it('refuses a contributed field of an entity that it extends and leaves its open fields', async () => {
    const toy = guardedToy();
    const source =
      '{ _entities(representations: [{ __typename: "Enterprise", uscc: "1" }]) { ... on Enterprise { uscc grade notes { id } } } }';
    const result = await ask(toy, source);
    expect(result.data).toEqual({ _entities: [{ uscc: '1', grade: null, notes: [{ id: 'n1' }] }] });
    expect(denials(result)).toEqual([forbidden('_entities.0.grade', 'Enterprise.grade')]);
    expect(toy.ran).toEqual(['Enterprise.notes']);
  });

  it('blanks one row of _entities where the department throws at once', async () => {
    const schema = buildToySchema('type Query { a: A @access } type A @key(fields: "id") @access { id: ID! }', {
      A: { __resolveReference: ({ id }: { id: string }) => (id === '1' ? raise() : { id }) },
    });
    const result = await graphql({
      schema: guardSchema(schema),
      source:
        '{ _entities(representations: [{ __typename: "A", id: "1" }, { __typename: "A", id: "2" }]) { ... on A { id } } }',
      contextValue: { caller: ANONYMOUS },
    });
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({ _entities: [null, { id: '2' }] });
  });

  it('demands every scope on the way, not the audience alone', async () => {
    const source = '{ file { title verdict } }';
    const result = await ask(guardedToy(), source, OFFICIAL);
    expect(result.data).toEqual({ file: { title: 'a file', verdict: null } });
    expect(denials(result)).toEqual([forbidden('file.verdict', 'File.verdict')]);
    expect((await ask(guardedToy(), source, OWNER)).data).toEqual({ file: { title: 'a file', verdict: 'guilty' } });
  });

  it('changes nothing when a mutation is refused', async () => {
    const toy = guardedToy();
    const source = 'mutation { fileRecord(input: { id: "1", amount: "1.00", tags: [RED] }) { id } }';
    const result = await ask(toy, source, OFFICIAL);
    expect(result.data).toEqual({ fileRecord: null });
    expect(denials(result)).toEqual([forbidden('fileRecord', 'Mutation.fileRecord')]);
    expect(toy.ran).toEqual([]);
    expect((await ask(toy, source, OWNER)).data).toEqual({ fileRecord: { id: 'f1' } });
  });

  it('counts the directive of a type extension', async () => {
    const source =
      '{ _entities(representations: [{ __typename: "Silent", id: "s1", word: "psst" }]) { ... on Silent { word } } }';
    expect((await ask(guardedToy(), source, OFFICIAL)).data).toEqual({ _entities: [null] });
    expect((await ask(guardedToy(), source, OWNER)).data).toEqual({ _entities: [{ word: 'psst' }] });
  });

  it('refuses everybody where the context names no caller', async () => {
    const toy = guardedToy();
    const result = await graphql({
      schema: toy.schema,
      source: '{ file { id } count(since: "2026-04-01") }',
      contextValue: {},
    });
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({ file: null, count: null });
    expect(toy.ran).toEqual([]);
  });

  it('keeps _service reachable and @access in its SDL', async () => {
    const result = await ask(guardedToy(), '{ _service { sdl } }');
    expect(result.errors).toBeUndefined();
    expect(JSON.stringify(result.data)).toContain('count(since: LocalDate!): Int @access(audience: AGENCY)');
  });

  it('leaves open fields without a wrapper', () => {
    const schema = guardSchema(toyDepartment().schema);
    expect(schema.getQueryType()?.getFields()['filePage']?.resolve).toBeDefined();
    expect(
      (schema.getType('PageInfo') as never as { getFields(): Record<string, { resolve?: unknown }> }).getFields()[
        'hasNextPage'
      ]?.resolve,
    ).toBeUndefined();
  });

  it('refuses a schema with an undeclared coordinate or an entity interface, and names each', () => {
    const schema = buildToySchema(
      'type Query { a: A } type A { b: Int } interface I @key(fields: "id") @access { id: ID! }',
    );
    expect(() => guardSchema(schema)).toThrow(PolicyError);
    expect(() => guardSchema(schema)).toThrow(
      /Query\.a has no @access[^]*A has no @access|A has no @access[^]*Query\.a has no @access/,
    );
    expect(() => guardSchema(schema)).toThrow(/I is an interface and may not carry @key/);
  });
});

function raise(): never {
  throw new Error('thrown at once');
}
