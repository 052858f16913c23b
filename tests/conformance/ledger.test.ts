import { loadDepartments } from '../../gateway/departments.ts';
import { accessOf } from '../../src/policy/accessOf.ts';

/** How fields are called that may hold the name of a person. */
const PEOPLE = /(?:姓名|人|股东|股东名称|人员|联络员|经营者|代表)$|^变更[前后]内容$/;
/** Whom a court appoints and announces: firms of lawyers and accountants. */
const OFFICES: ReadonlySet<string> = new Set(['管理人']);

const departments = await loadDepartments();
const collections = departments.flatMap((department) =>
  Object.values(department.collections).map(
    (collection) => [`${department.name}.${collection.name}`, collection, department] as const,
  ),
);

describe.each(collections)('what the ledger says of %s', (_name, collection, { schema }) => {
  const { fields, headline = [], unledgered = [] } = collection;
  const isLeftOut = (name: string): boolean =>
    fields[name]?.personal !== undefined || fields[name]?.namesPeople === true || unledgered.includes(name);

  it('has a headline of fields that there are and that are not personal', () => {
    expect(headline.length).toBeGreaterThan(0);
    expect(headline.filter((name) => isLeftOut(name))).toEqual([]);
    expect(headline.filter((name) => !(name in fields))).toEqual([]);
  });

  it('leaves out what fewer may read than the fact itself', () => {
    const access = accessOf(schema);
    const open = JSON.stringify(access.get(collection.type));
    const guarded = Object.keys(fields).filter((name) => {
      const own = access.get(`${collection.type}.${name}`);
      return own !== undefined && JSON.stringify(own) !== open;
    });
    expect(guarded.filter((name) => !isLeftOut(name))).toEqual([]);
  });

  it('knows of every field that speaks of people that it does', () => {
    const spoken = Object.entries(fields).flatMap(([name, field]) =>
      Object.entries(field.columns ?? { '': field })
        .filter(([, { title, codes }]) => PEOPLE.test(title) && codes === undefined)
        .map(([column, { title, personal, namesPeople }]) => ({
          is: personal !== undefined || namesPeople === true || OFFICES.has(title),
          at: column === '' ? name : `${name}.${column}`,
        })),
    );
    expect(spoken.filter(({ is }) => !is).map(({ at }) => at)).toEqual([]);
  });

  it('names no field as left out that there is not', () => {
    expect(unledgered.filter((name) => !(name in fields))).toEqual([]);
  });
});
