import { loadDepartments } from '../../gateway/departments.ts';
import { isForeign, isEntity } from '../../src/policy/entity.ts';
import { joinLevels } from '../../src/policy/joinLevels.ts';
import { ownTypes } from '../../src/policy/ownTypes.ts';
import { undeclared } from '../../src/policy/undeclared.ts';
import { attackGuardedTypes } from './attackGuardedTypes.ts';
import { gatewayPart } from './gatewayPart.ts';
import { loopholes } from './loopholes.ts';
import { nonNullable } from './nonNullable.ts';
import { unboundedLists } from './unboundedLists.ts';

const departments = [...(await loadDepartments()), gatewayPart()];
const levels = joinLevels(departments.map(({ schema }) => schema));

describe.each(departments.map((department) => [department.name, department] as const))(
  'access to %s',
  (_name, department) => {
    it('is declared on every root field, object type, interface and contributed field', () => {
      expect(undeclared(department.schema)).toEqual([]);
    });

    it('can be denied without blanking what stands beside it', () => {
      expect(nonNullable(department.schema)).toEqual([]);
    });

    it('is bounded: every list is a connection or declares its size', () => {
      expect(unboundedLists(department.schema)).toEqual([]);
    });

    it('leaves no way around a stricter coordinate', () => {
      expect(loopholes(department.schema, levels)).toEqual([]);
    });

    it('is refused to everyone who misses a demand, on every way to it', async () => {
      const { breaches, attacks } = await attackGuardedTypes(department);
      expect(breaches).toEqual([]);
      expect(attacks).toBeGreaterThan(0);
    });
  },
);

it('each entity has one owner; the others write `extend type`', () => {
  const owners = new Map<string, string[]>();
  for (const { name, schema } of departments)
    for (const type of ownTypes(schema).filter((candidate) => isEntity(candidate) && !isForeign(candidate)))
      owners.set(type.name, [...(owners.get(type.name) ?? []), name]);
  expect([...owners].filter(([, names]) => names.length > 1)).toEqual([]);
});
