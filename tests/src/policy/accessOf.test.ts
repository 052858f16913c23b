import { accessOf } from '../../../src/policy/accessOf.ts';
import { toyDepartment } from './toyDepartment.ts';

const levels = accessOf(toyDepartment().schema);

describe('accessOf', () => {
  it.each([
    ['File', 'INTERNAL', []],
    ['File.title', 'INTERNAL', []],
    ['File.verdict', 'INTERNAL', ['toy:verdict:read']],
    ['Query.file', 'INTERNAL', []],
    ['Query.files', 'INTERNAL', []],
    ['Query.filePage', 'INTERNAL', []],
    ['Query.count', 'AGENCY', []],
    ['Query.paper', 'OPEN', []],
    ['Query.leaf', 'OPEN', []],
    ['Paper', 'OPEN', []],
    ['Sealed.seal', 'INTERNAL', []],
    ['Mutation.fileRecord', 'INTERNAL', ['toy:file:write']],
    ['Enterprise.notes', 'OPEN', []],
    ['Enterprise.grade', 'AGENCY', []],
    ['Silent.id', 'AGENCY', ['toy:silent:read']],
  ])('gives %s its strictest level', (coordinate, audience, scopes) => {
    expect(levels.get(coordinate)).toEqual({ audience, scopes });
  });

  it('leaves introspection and the service description out', () => {
    expect([...levels.keys()].filter((coordinate) => coordinate.startsWith('_'))).toEqual([]);
  });
});
