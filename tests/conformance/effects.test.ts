import { loadDepartments } from '../../gateway/departments.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import { serviceCaller } from '../../src/identity/serviceCaller.ts';
import { openDepartment, staffOf } from '../kit/department.ts';
import { plantFacts } from './plantFacts.ts';

const departments = await loadDepartments();
const owners = departments.filter(({ collections }) => Object.values(collections).some(({ kind }) => kind === 'FACT'));
const names = departments.map(({ name }) => name);

/** Everybody who has a token, and the software of all departments but credit repair. */
const OTHERS: readonly Caller[] = [
  ...names.map(staffOf),
  staffOf('service'),
  ...names.filter((name) => name !== 'remedy').map(serviceCaller),
  { audience: 'SUBJECT', subject: '91350100M000100Y43', scopes: new Set() },
  { audience: 'INTERNAL', department: 'remedy', scopes: new Set(['remedy:*', 'service:*', '*']) },
];

it('every department that owns facts is there', () => {
  expect(owners.map(({ name }) => name)).toEqual(expect.arrayContaining(['disclosure', 'judiciary', 'registry']));
});

describe.each(owners.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
  const { type = '' } = Object.values(definition.collections).find(({ kind }) => kind === 'FACT') ?? {};
  const calls = (factType: string, fact: string) => ({
    end: `mutation { effect: ${name}EndPublicity(factType: "${factType}", fact: "${fact}", reason: REPAIRED, decision: "d") { fact revision changed } }`,
    restore: `mutation { effect: ${name}RestorePublicity(factType: "${factType}", fact: "${fact}", decision: "d") { fact revision changed } }`,
    mark: `mutation { effect: ${name}MarkDispute(factType: "${factType}", fact: "${fact}", disputed: true, case: "c") { fact revision changed } }`,
  });

  it('does to its facts what credit repair decided, for its software alone', async () => {
    const department = await openDepartment(definition);
    const { database } = department.subgraph;
    try {
      const planted = await plantFacts(department);
      const own = planted.find(
        ({ collection, documents: [fact, more] }) =>
          collection.type === type && more === undefined && fact?.record.state === 'ACTIVE',
      );
      const id = own?.documents[0]?._id ?? '';
      if (own === undefined) throw new Error(`${name} has no fact.`);
      const stored = () => database.facts(own.collection).findOne({ _id: id });
      const before = await stored();

      for (const caller of OTHERS)
        for (const call of Object.values(calls(type, id))) {
          const { data, errors } = await department.ask(call, {}, { caller });
          expect(data).toEqual({ effect: null });
          expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
        }
      expect(await stored()).toEqual(before);

      const caller = serviceCaller('remedy');
      const done = async (call: string) => (await department.ask(call, {}, { caller })).data?.['effect'];
      const { end, restore, mark } = calls(type, id);
      expect(await done(end)).toEqual({ fact: id, revision: 4, changed: true });
      expect(await stored()).toMatchObject({ record: { state: 'HIDDEN' } });
      expect(await done(restore)).toEqual({ fact: id, revision: 5, changed: true });
      expect(await done(mark)).toEqual({ fact: id, revision: 6, changed: true });
      expect(await stored()).toMatchObject({ record: { state: 'ACTIVE', disputed: true } });

      for (const call of [...Object.values(calls(type, 'none')), ...Object.values(calls('Enterprise', id))]) {
        const { errors } = await department.ask(call, {}, { caller });
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FACT_UNKNOWN']);
      }
    } finally {
      await department.close();
    }
  });
});
