import {
  execute,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Caller } from '../../src/identity/Caller.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { entitled, isGuarded, nearMisses, readDemands, type Demand } from './Demand.ts';
import { sampleArguments } from './sampleLiteral.ts';
import { setStage } from './setStage.ts';

/** What became of the attacks on one department. */
export interface AttackReport {
  /** How many requests were made by callers who must not pass. */
  readonly attacks: number;
  /** One line per coordinate and way that let somebody through, or kept out whom it must admit. */
  readonly breaches: readonly string[];
}

/** One request: what is asked, and where each FORBIDDEN is expected. */
export interface Attack {
  /** The coordinate. */
  readonly target: string;
  readonly demand: Demand;
  readonly schema: GraphQLSchema;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Paths that must be null and carry FORBIDDEN. */
  readonly denied: readonly string[];
}

type Way = Omit<Attack, 'target' | 'demand'>;

/** Every way of writing one field in a document. */
const FORMS: Readonly<Record<string, (call: string, type: string) => string>> = {
  plain: (call) => `plain: ${call}`,
  inlined: (call, type) => `... on ${type} { inlined: ${call} }`,
  spread: () => '...Spread',
};

/**
 * Attacks every guarded field and type of a department as callers who each miss its demand by one thing.
 *
 * A field is asked for in all forms, on one object, in a list, through the interfaces that have it; a guarded concrete type through the
 * interfaces and unions that may give it; a guarded entity through `_entities`. The demands are read from the SDL's
 * text, not by the code under test. No data is needed: a denied call must not come as far as the database.
 *
 * @param definition - a department, or the part of one that a test has
 */
export async function attackGuardedTypes(
  definition: Pick<SubgraphDefinition, 'sdl' | 'schema'>,
): Promise<AttackReport> {
  return carryOut(planAttacks(definition));
}

/**
 * Carries out attacks.
 *
 * @param attacks - some or all of {@link planAttacks}
 */
export async function carryOut(attacks: readonly Attack[]): Promise<AttackReport> {
  const breaches: string[] = [];
  let count = 0;
  for (const attack of attacks) {
    for (const caller of nearMisses(attack.demand)) {
      count += 1;
      breaches.push(...(await findBreaches(attack, caller)));
    }
    breaches.push(...(await findFalseDenials(attack)));
  }
  return { attacks: count, breaches: [...new Set(breaches)] };
}

/**
 * Plans the attacks on a department: for each guarded coordinate, all ways to it.
 *
 * @param definition - a department, or the part of one that a test has
 */
export function planAttacks({ sdl, schema }: Pick<SubgraphDefinition, 'sdl' | 'schema'>): readonly Attack[] {
  const demands = readDemands(sdl);
  const stage = setStage(schema);
  const attacks: Attack[] = [];
  const plan = (target: string, ways: () => readonly Way[]): void => {
    const demand = demands.get(target);
    if (isGuarded(demand)) attacks.push(...ways().map((way) => ({ target, demand, ...way })));
  };
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields()))
      plan(`${type.name}.${field.name}`, () => attackField(stage, type, field));
    plan(type.name, () => [
      ...abstractParents(schema, type).map((parent) => attackConcrete(stage, parent, type)),
      ...(isReachableAsEntity(schema, type) ? [attackEntity(schema, type)] : []),
    ]);
  }
  return attacks;
}

/** A non-null field takes its object with it, so its forms are tried one by one. */
function attackField(stage: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) {
  const forms = Object.keys(FORMS);
  return isNonNullType(field.type)
    ? forms.map((form) => writeForms(stage, type, field, [form]))
    : [writeForms(stage, type, field, forms)];
}

function writeForms(
  stage: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  forms: readonly string[],
) {
  const call = `${field.name}${sampleArguments(field.args)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
  const asked = forms.map((form) => FORMS[form]?.(call, type.name)).join(' ');
  return {
    schema: stage,
    document:
      `{ one_${type.name} { ${asked} } many_${type.name} { ${asked} } }` +
      (forms.includes('spread') ? ` fragment Spread on ${type.name} { spread: ${call} }` : ''),
    denied: [`one_${type.name}`, `many_${type.name}.0`, `many_${type.name}.1`].flatMap((row) =>
      forms.map((form) => `${row}.${form}`),
    ),
  };
}

function attackConcrete(stage: GraphQLSchema, parent: string, type: GraphQLObjectType) {
  const root = `${parent}_${type.name}`;
  return {
    schema: stage,
    document: `{ one_${root} { __typename } many_${root} { ... on ${type.name} { __typename } } }`,
    denied: [`one_${root}`, `many_${root}.0`, `many_${root}.1`],
  };
}

function attackEntity(schema: GraphQLSchema, type: GraphQLObjectType) {
  return {
    schema,
    document: 'query ($rows: [_Any!]!) { _entities(representations: $rows) { __typename } }',
    variables: { rows: [{ __typename: type.name }, { __typename: type.name }] },
    denied: ['_entities.0', '_entities.1'],
  };
}

function isReachableAsEntity(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const entities = schema.getType('_Entity');
  return isUnionType(entities) && entities.getTypes().includes(type);
}

function abstractParents(schema: GraphQLSchema, type: GraphQLObjectType): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .filter((parent) => parent.name !== '_Entity' && schema.isSubType(parent, type))
    .map(({ name }) => name);
}

async function findBreaches(attack: Attack, caller: Caller): Promise<string[]> {
  const touched: string[] = [];
  const result = await request(attack, caller, touched);
  const says = `${attack.target} for ${describeCaller(caller)}`;
  return [
    ...attack.denied
      .filter((path) => !isForbidden(result, path) || valueAt(result.data, path) !== null)
      .map((path) => `${says}: ${path} was not refused`),
    ...touched.map((what) => `${says}: the ${what} was reached`),
  ];
}

async function findFalseDenials(attack: Attack): Promise<string[]> {
  const caller = entitled(attack.demand);
  const result = await request(attack, caller, []);
  return attack.denied
    .filter((path) => isForbidden(result, path))
    .map((path) => `${attack.target} for ${describeCaller(caller)}: ${path} was refused`);
}

async function request(attack: Attack, caller: Caller, touched: string[]): Promise<ExecutionResult> {
  const document = parse(attack.document);
  const [fault] = validate(attack.schema, document);
  if (fault) throw new Error(`The attack on ${attack.target} is malformed: ${fault.message}`);
  return execute({
    schema: attack.schema,
    document,
    variableValues: attack.variables ?? {},
    contextValue: trap(caller, touched),
  });
}

/** A request's context that reports whoever reaches for data. */
function trap(caller: Caller, touched: string[]): object {
  const spring = (what: string) => () => {
    touched.push(what);
    throw new Error('A trap stands where the data would be.');
  };
  const context = { caller, requestId: 'attack', now: new Date('2026-04-01T00:00:00Z'), locale: 'en' };
  return Object.defineProperties(context, {
    database: { get: spring('database') },
    loaders: { get: spring('loaders') },
  });
}

function isForbidden(result: ExecutionResult, path: string): boolean {
  return (result.errors ?? []).some(
    (error) => error.path?.join('.') === path && error.extensions['code'] === 'FORBIDDEN',
  );
}

/** Null where the path, or anything on the way to it, is null. */
function valueAt(data: unknown, path: string): unknown {
  const step = (value: unknown, key: string): unknown =>
    value === null || value === undefined ? value : (value as Record<string, unknown>)[key];
  return path.split('.').reduce(step, data);
}

function describeCaller({ audience, scopes }: Caller): string {
  return [audience, ...scopes].join(' ');
}
