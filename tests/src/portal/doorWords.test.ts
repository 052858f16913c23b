import { DOORS } from '../../../gateway/doors/Door.ts';
import { DOOR_WORDS } from '../../../src/portal/doorWords.ts';

it('the pages speak of the doors that there are', () => {
  expect(DOOR_WORDS.map(({ name, path }) => [name, path])).toEqual(DOORS.map(({ name, path }) => [name, path]));
});
