import { department } from '../../../subgraphs/registry/department.ts';
import type { FactWriteResult } from '../../../src/data/changeFact.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';

/** The enterprise that the registry of a test knows. */
export const ENTERPRISE = '91350100705362917E';

/** Who writes in the registry. */
export const STAFF: Caller = staffOf('registry');

/** What a mutation answered: its result, and the codes of the errors beside it. */
export interface Written {
  readonly result: FactWriteResult | null;
  readonly codes: readonly unknown[];
}

/** Opens the registry with one registered enterprise. */
export async function openRegistry(): Promise<TestDepartment> {
  const registry = await openDepartment(department);
  await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司' });
  return registry;
}

/** Registers an enterprise; what is not given is filled in. */
export async function register(registry: TestDepartment, values: Readonly<Record<string, unknown>>): Promise<Written> {
  const usual = { status: 'IN_BUSINESS', establishedOn: '2001-05-06', registrationAuthority: '福州市市场监督管理局' };
  return create(registry, 'enterprise', { ...usual, ...values });
}

/** Enters a fact by the mutation of its noun. */
export function create(
  registry: TestDepartment,
  noun: string,
  input: Readonly<Record<string, unknown>>,
  caller = STAFF,
): Promise<Written> {
  return write(registry, noun, 'Create', `$input: ${inputType(noun)}!`, { input }, caller);
}

/** Corrects a fact. */
export function correct(
  registry: TestDepartment,
  noun: string,
  id: string,
  input: Readonly<Record<string, unknown>>,
  expectedRevision: number | null = null,
  caller = STAFF,
): Promise<Written> {
  const variables = { id, input, note: '录入有误', expectedRevision };
  const types = `$id: ID!, $input: ${inputType(noun)}!, $note: String!, $expectedRevision: Int`;
  return write(registry, noun, 'Correct', types, variables, caller);
}

/** Annuls a fact. */
export function annul(registry: TestDepartment, noun: string, id: string, caller = STAFF): Promise<Written> {
  return write(registry, noun, 'Annul', '$id: ID!, $note: String!', { id, note: '决定已撤销' }, caller);
}

/** Enters a fact that must be taken, and gives its id. */
export async function entered(
  registry: TestDepartment,
  noun: string,
  input: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { result, codes } = await create(registry, noun, input);
  if (result?.id === null || result?.id === undefined) throw new Error(JSON.stringify([result?.errors, codes]));
  return result.id;
}

async function write(
  registry: TestDepartment,
  noun: string,
  deed: string,
  types: string,
  variables: Record<string, unknown>,
  caller: Caller,
): Promise<Written> {
  const call = Object.keys(variables).map((name) => `${name}: $${name}`);
  const document = `mutation (${types}) {
    result: ${noun}${deed}(${call.join(', ')}) { id revision changed qualityFlags errors { field code message } }
  }`;
  const { data, errors = [] } = await registry.ask(document, variables, { caller });
  return {
    result: (data as { result: FactWriteResult | null } | null | undefined)?.result ?? null,
    codes: errors.map(({ extensions }) => extensions['code']),
  };
}

function inputType(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Input`;
}
