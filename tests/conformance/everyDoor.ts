import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** One way in: what is asked, and with which variables. */
export interface Door {
  /** The root field, or the entity. */
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the doors are asked for: everything that is stored. */
export interface Knowledge {
  /** Ids of all facts, by GraphQL type. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/**
 * Lists every way in which a department's facts can be read: each root field and each entity, asked for everything that is stored, with
 * all that can be selected below it.
 *
 * @param schema - the department's
 * @param known - ids, codes and names of all that is stored
 */
export function everyDoor(schema: GraphQLSchema, known: Knowledge): readonly Door[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
  const entities = schema.getType('_Entity');
  const enterprise = schema.getType('Enterprise');
  if (!isObjectType(enterprise)) throw new Error('The department contributes nothing to the enterprise.');
  return [
    ...roots.filter((field) => !isDeclared(field, schema)).map((field) => rootDoor(field, known)),
    ...(isUnionType(entities) ? entities.getTypes() : []).map((type) => entityDoor(type, known)),
    // One parent alone is read otherwise than several at once.
    ...known.codes.slice(0, 1).map((code) => entityDoor(enterprise, { ...known, codes: [code] })),
  ];
}

/**
 * Whether a field gives by its key what is declared and not stored, such as the rules of a list: what leads from there to facts is
 * asked for through the field that gives all of them.
 */
function isDeclared(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): boolean {
  const type = getNamedType(field.type);
  const entities = schema.getType('_Entity');
  const isEntity = isUnionType(entities) && entities.getTypes().some((entity) => entity === type);
  return !isEntity && !isListType(field.type) && field.args.some(({ name }) => DECLARED_KEYS.has(name));
}

/** Keys of what is declared, and the code of a report or the number of an authorisation, which nobody has before it was given. */
const DECLARED_KEYS: ReadonlySet<string> = new Set(['id', 'term', 'code', 'number']);

function rootDoor(field: GraphQLField<unknown, unknown>, known: Knowledge): Door {
  const type = getNamedType(field.type);
  const call = (values: Readonly<Record<string, unknown>>, alias: string) =>
    `${alias}: ${field.name}${argumentsOf(field, values)} { ...All }`;
  const keys = singleKeys(field, type, known);
  const calls =
    keys === undefined
      ? listCalls(field, known, call)
      : keys.flatMap((key) => choicesOf(field, key)).map((values, at) => call(values, `door${at}`));
  return { name: field.name, document: `{ ${calls.join('\n')} } ${all(type)}`, variables: {} };
}

/** A list is asked for as a whole and, since the whole is its own number, for its number beside one row. */
function listCalls(
  field: GraphQLField<unknown, unknown>,
  known: Knowledge,
  call: (values: Readonly<Record<string, unknown>>, alias: string) => string,
): readonly string[] {
  const first = isListType(getNullableType(field.type)) ? FEW_MOST : 100;
  const values = { first, ...MODELS, from: '2025-12-31', to: '2026-12-31', ...listsOf(known) };
  const typed = field.args.find(({ name }) => TYPED.has(name));
  if (typed !== undefined) {
    return [...known.codes, ...known.names].map((text, at) => call({ ...values, [typed.name]: text }, `door${at}`));
  }
  const few = isCounted(field) ? [`few_door: ${field.name}${argumentsOf(field, { ...values, first: 1 })} ${FEW}`] : [];
  return [call(values, 'door'), ...few];
}

/** What somebody types, who looks for it. */
const TYPED: ReadonlySet<string> = new Set(['query', 'prefix']);
/** Most rows of a list that has no pages. */
const FEW_MOST = 20;

/** Versions of the model by which enterprises are graded. */
const MODELS = { left: '2025.1', right: '2026.1' };

const FEW = '{ totalCount edges { cursor } }';

function listsOf({ codes, names }: Knowledge): Readonly<Record<string, unknown>> {
  const queries = [...codes.map((code) => ({ codes: [code] })), ...names.map((name) => ({ name }))];
  return { usccs: codes, orgCodes: codes.map((code) => code.slice(8, 17)), names, queries, cutOff: 0 };
}

/** A field that gives one thing by its key is asked for every thing; one that takes a fact of any type, for every fact of every type. */
function singleKeys(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLNamedType,
  { codes, ids }: Knowledge,
): readonly Readonly<Record<string, string>>[] | undefined {
  const names = field.args.map(({ name }) => name);
  const key = ['id', 'fact', 'uscc'].find((name) => names.includes(name));
  if (key === undefined) return undefined;
  if (key === 'uscc') return codes.map((uscc) => ({ uscc }));
  if (!names.includes('factType')) return (ids.get(type.name) ?? []).map((id) => ({ [key]: id }));
  return [...ids].flatMap(([factType, all]) => all.map((id) => ({ factType, [key]: id })));
}

/** What has to be chosen from is asked for with each choice. */
function choicesOf(
  { args }: GraphQLField<unknown, unknown>,
  key: Readonly<Record<string, string>>,
): readonly Readonly<Record<string, string>>[] {
  const choices = args.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    return isNonNullType(type) && isEnumType(named) ? [{ name, values: named.getValues() }] : [];
  });
  return choices.reduce<readonly Readonly<Record<string, string>>[]>(
    (chosen, { name, values }) => chosen.flatMap((so) => values.map((value) => ({ ...so, [name]: value.name }))),
    [key],
  );
}

function argumentsOf(
  { name, args }: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
): string {
  const missing = args.filter(
    (argument) => isNonNullType(argument.type) && !(argument.name in values) && !hasDefault(argument),
  );
  if (missing.length > 0) throw new Error(`${name} needs ${missing.map((argument) => argument.name).join(', ')}`);
  const given = args.filter((argument) => argument.name in values);
  const written = given.map(({ name: argument, type }) => {
    const value = values[argument];
    return `${argument}: ${isEnumType(getNamedType(type)) ? String(value) : literalOf(value)}`;
  });
  return written.length === 0 ? '' : `(${written.join(', ')})`;
}

/** Like JSON, but the names of an input's fields stand without quotation marks. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${name}: ${literalOf(part)}`)
    .join(', ')} }`;
}

function hasDefault({ defaultValue }: GraphQLArgument): boolean {
  return defaultValue !== undefined;
}

function entityDoor(type: GraphQLObjectType, known: Knowledge): Door {
  const keys: readonly Readonly<Record<string, string>>[] =
    type.name === 'Enterprise'
      ? known.codes.map((uscc) => ({ uscc }))
      : (known.ids.get(type.name) ?? []).map((id) => ({ id }));
  return {
    name: `_entities of ${type.name}`,
    document: `query ($rows: [_Any!]!) { _entities(representations: $rows) { ...All } } ${all(type)}`,
    variables: { rows: keys.map((key) => ({ __typename: type.name, ...key })) },
  };
}

/** Everything that can be selected of a type; each door says it once, however often it is entered. */
function all(type: GraphQLNamedType): string {
  return `fragment All on ${type.name} ${below(type, [])}`;
}

/** A type that contains itself is entered once more for its leaves; pages are turned under the enterprises of a door, and of what it leads to itself. */
function below(type: GraphQLNamedType, path: readonly string[]): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const inside = [...path, type.name];
  const mayTurnPages = inside.length === 1 || inside.every((name) => name.startsWith('Enterprise'));
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (!isObjectType(inner) && !isInterfaceType(inner)) return [field.name];
    if (field.name === 'edges') return ['edges { cursor node { __typename } }'];
    if (path.includes(type.name) || (isPage(field) && !mayTurnPages)) return [];
    if (!isPage(field)) return [`${field.name} ${below(inner, inside)}`];
    const few = isCounted(field) ? [`few_${field.name}: ${field.name}(first: 1) ${FEW}`] : [];
    return [`${field.name}(first: 100) ${below(inner, inside)}`, ...few];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** A feed has pages and no number of all of them. */
function isCounted(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return isPage(field) && isObjectType(type) && 'totalCount' in type.getFields();
}

function isPage(field: GraphQLField<unknown, unknown>): boolean {
  return !isListType(field.type) && field.args.some(({ name }) => name === 'first');
}
