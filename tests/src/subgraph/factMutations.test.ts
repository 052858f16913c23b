import { Kind, parse, type FieldDefinitionNode } from 'graphql';
import { loadDepartments } from '../../../gateway/departments.ts';
import { collectionId, nounOf, writeScope } from '../../../src/data/FactCollection.ts';

const departments = await loadDepartments();

/** The scope that a root field's `@access` asks for. */
function scopesOf(sdl: string): ReadonlyMap<string, string | undefined> {
  const types = parse(sdl).definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.name.value === 'Mutation'
      ? (definition.fields ?? [])
      : [],
  );
  return new Map(types.map((field) => [field.name.value, scopeOf(field)]));
}

function scopeOf({ directives = [] }: FieldDefinitionNode): string | undefined {
  const access = directives.find(({ name }) => name.value === 'access');
  const scope = access?.arguments?.find(({ name }) => name.value === 'scope')?.value;
  return scope?.kind === Kind.STRING ? scope.value : undefined;
}

const collections = departments.flatMap(({ sdl, collections: own }) =>
  Object.values(own).map((collection) => [collectionId(collection), collection, scopesOf(sdl)] as const),
);

it.each(collections)(
  '%s is created, corrected and annulled with the scope that its files ask for',
  (_id, own, scopes) => {
    const deeds = ['Create', 'Correct', 'Annul'].map((deed) => scopes.get(`${nounOf(own)}${deed}`));
    // What goes a way of its own, as applications do, has no such mutations at all.
    const expected = deeds.every((scope) => scope === undefined) ? undefined : writeScope(own);
    expect(deeds).toEqual(Array(3).fill(expected));
  },
);
