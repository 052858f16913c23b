import { loadDepartments } from '../../../gateway/departments.ts';
import { OPEN_ACCESS } from '../../../src/policy/Access.ts';
import { departmentCard } from '../../../src/subgraph/DepartmentCard.ts';

const departments = await loadDepartments();

describe('the card of a department', () => {
  it('names its fact types and who may use them and their fields', () => {
    const registry = departments.find(({ name }) => name === 'registry');
    if (registry === undefined) throw new Error('There is no registry.');
    const { name, factTypes } = departmentCard(registry);
    expect(name).toBe('registry');
    const types = new Map(factTypes.map((card) => [card.type, card]));
    expect(types.get('AbnormalListing')?.access).toEqual(OPEN_ACCESS);
    expect(types.get('RiskClass')?.access).toEqual({ audience: 'INTERNAL', scopes: [], notSubject: true });
    expect(types.get('RiskClass')?.fields.get('level')).toEqual(types.get('RiskClass')?.access);
  });

  it('tells a guarded field of an open type from the others', () => {
    const cards = departments.flatMap((definition) => departmentCard(definition).factTypes);
    const penalty = cards.find(({ type }) => type === 'AdministrativePenalty');
    expect(penalty?.access.audience).toBe('OPEN');
    expect(penalty?.fields.get('docNo')?.audience).toBe('OPEN');
    expect(penalty?.fields.get('partyIdNo')?.audience).toBe('INTERNAL');
  });

  // What stands in a headline is shown to whoever may see the fact, by views that know no fields.
  it.each(
    departments.flatMap(({ collections }) => Object.values(collections).map((each) => [each.type, each] as const)),
  )(
    'leaves no guarded or personal value in the headline of %s',
    (type, { headline = [], fields, department: owner }) => {
      const definition = departments.find(({ name }) => name === owner);
      const card = definition && departmentCard(definition).factTypes.find((each) => each.type === type);
      for (const field of headline) {
        expect(fields[field]?.personal).toBeUndefined();
        // A stored value whose field has another name in GraphQL has no guard of its own.
        expect(card?.fields.get(field) ?? card?.access).toEqual(card?.access);
      }
    },
  );
});
