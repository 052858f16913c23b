import { loadDepartments } from '../../gateway/departments.ts';
import { accessOf } from '../../src/policy/accessOf.ts';

const departments = await loadDepartments();
const collections = departments.flatMap((department) =>
  Object.values(department.collections).map(
    (collection) => [`${department.name}.${collection.name}`, collection, department] as const,
  ),
);

describe.each(collections)('what the ledger says of %s', (_name, collection, { schema }) => {
  const { fields, headline = [], unledgered = [] } = collection;

  it('has a headline of fields that there are and that are not personal', () => {
    expect(headline.length).toBeGreaterThan(0);
    expect(headline.filter((name) => fields[name]?.personal !== undefined || unledgered.includes(name))).toEqual([]);
    expect(headline.filter((name) => !(name in fields))).toEqual([]);
  });

  it('leaves out what fewer may read than the fact itself', () => {
    const access = accessOf(schema);
    const open = JSON.stringify(access.get(collection.type));
    const guarded = Object.keys(fields).filter((name) => {
      const own = access.get(`${collection.type}.${name}`);
      return own !== undefined && JSON.stringify(own) !== open;
    });
    const carried = guarded.filter((name) => fields[name]?.personal === undefined && !unledgered.includes(name));
    expect(carried).toEqual([]);
  });

  it('names no field as left out that there is not', () => {
    expect(unledgered.filter((name) => !(name in fields))).toEqual([]);
  });
});
