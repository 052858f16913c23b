import { conditionsOf } from './conditionsOf.ts';
import type { OpenedWorld } from './openWorld.ts';
import { planFetches, type PlanFetch, type RequiredNode } from './planFetches.ts';
import type { CaseOutcome } from './runCase.ts';
import type { Tally } from './Tally.ts';
import type { Field, World } from './World.ts';

/** Fields of which keys are made. */
const KEY_FIELDS = new Set(['id', 'code', 'k1', 'k2', 'ref']);

/**
 * Counts what a case had to do with.
 *
 * @param tally - where it is counted
 * @param opened - the world
 * @param outcome - of the case
 */
export function tallyCase(tally: Tally, opened: OpenedWorld, outcome: CaseOutcome): void {
  const { question, runs, touched } = outcome;
  const conditions = conditionsOf(question);
  const plan = planFetches(opened.own.planOf(question), conditions);
  // The own engine plans for the values of the variables that conditions name, so its plans hold none of these nodes.
  const conditional = planFetches(opened.apollo.planOf(question), conditions).kinds.filter(
    (kind) => kind === 'Condition',
  );
  tally.cases += 1;
  tally.count('plan node', [...plan.kinds, ...conditional]);
  tally.count('directive', [
    ...fieldsOf(opened.world, touched).flatMap((field) => directivesOf(opened.world, field, touched)),
    ...plan.fetches.flatMap((fetch) => keysOf(opened.world, fetch)),
    ...['@skip', '@include'].filter((name) => question.text.includes(name)),
  ]);
  tally.count(
    'failure',
    [...runs.own.happened].map(({ kind }) => kind),
  );
  tally.count('document', featuresOf(opened, outcome, plan.fetches));
}

function fieldsOf(world: World, touched: readonly string[]): Field[] {
  const added = [...world.faces.values()].flatMap(({ object, members }) =>
    (object?.fields ?? []).filter(({ name }) => members.some((member) => touched.includes(`${member}.${name}`))),
  );
  const own = [...world.objects.values()].flatMap(({ name: type, fields }) =>
    fields.filter(({ name }) => touched.includes(`${type}.${name}`)),
  );
  return [...own, ...added];
}

function directivesOf(world: World, field: Field, touched: readonly string[]): string[] {
  const { requires, provides, holders, base } = field;
  const types = [base, ...(world.unions.get(base)?.names ?? world.faces.get(base)?.members ?? [])];
  const hides =
    types.some((type) => world.objects.get(type)?.inaccessible) || world.enums.get(base)?.inaccessible.length;
  const met: [boolean, string][] = [
    [requires.length > 0, '@requires'],
    [requires.some(({ args }) => Object.keys(args).length > 0), '@requires with arguments'],
    [requires.some(({ nested }) => nested.length > 0), '@requires nested'],
    [provides.some((name) => touched.includes(`${base}.${name}`)), '@provides'],
    [field.overriddenFrom !== undefined, '@override'],
    [holders.length !== 1, '@shareable'],
    [/^i\d+x/.test(field.name), '@interfaceObject'],
    [Boolean(hides), '@inaccessible'],
  ];
  return met.flatMap(([is, name]) => (is ? [name] : []));
}

function keysOf(world: World, { requires }: PlanFetch): string[] {
  return requires.flatMap(({ typeCondition = '', selections = [] }: RequiredNode) => {
    const keys = selections.flatMap(({ name = '' }) => (KEY_FIELDS.has(name) ? [name] : []));
    const type = world.objects.get(typeCondition);
    const met: [boolean, string][] = [
      [keys.length === 1, '@key single'],
      [keys.length > 1, '@key compound'],
      [keys.includes('ref'), '@key nested'],
      [type !== undefined && type.keys.length > 1, '@key multiple'],
      [type?.hidden.some((name) => keys.includes(name)) === true, '@inaccessible'],
    ];
    return met.flatMap(([is, name]) => (is ? [name] : []));
  });
}

function featuresOf(
  opened: OpenedWorld,
  { question, own, touched }: CaseOutcome,
  fetches: readonly PlanFetch[],
): string[] {
  const { text, variables, operationName } = question;
  const hasData = Object.keys(own.data ?? {}).length > 1;
  const services = new Set(fetches.map(({ service }) => service));
  const met: [boolean, string][] = [
    [/\((?!if: )\w+: /.test(text.replace(/(?:query|mutation) ?\w*\([^)]*\)/, '')), 'arguments'],
    [Object.keys(variables).length > 0, 'variables'],
    [/\ba\d_\w+: /.test(text), 'aliases'],
    [/\.\.\.F\d/.test(text), 'named fragment'],
    [/on (?:Face|Any)\d/.test(text), 'fragment on abstract type'],
    [/__(?:schema|type)\b/.test(text) && hasData, 'introspection beside data'],
    [operationName !== undefined, 'several operations'],
    [text.includes('mutation') && services.size > 1, 'mutation over several subgraphs'],
    [fieldsOf(opened.world, touched).some(({ nonNull }) => nonNull.length > 2), 'list of lists'],
    [own.data === null, 'answer to null'],
  ];
  return met.flatMap(([is, name]) => (is ? [name] : []));
}
