import { contractChanges } from '../../../gateway/doors/contractChanges.ts';

const BEFORE = 'type Query { a: Int b: Int } enum Kind { X }';

describe('contractChanges', () => {
  const shortOf = async (after: string) =>
    (await contractChanges(BEFORE, after)).map(({ coordinate, isBreaking }) => [coordinate, isBreaking]);

  it('tells what breaks from what does not, sorted by coordinate', async () => {
    const after = 'type Query { a: String c: Int } enum Kind { X Y } type New { a: Int }';
    expect(await shortOf(after)).toEqual([
      ['Kind.Y', false],
      ['New', false],
      ['New.a', false],
      ['Query.a', true],
      ['Query.b', true],
      ['Query.c', false],
    ]);
  });

  it('does not speak of descriptions, nor where nothing changed', async () => {
    expect(await shortOf('"All." type Query { "One." a: Int b: Int } enum Kind { X }')).toEqual([]);
    expect(await shortOf(BEFORE)).toEqual([]);
  });
});
