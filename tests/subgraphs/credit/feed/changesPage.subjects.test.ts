import { writeWays } from '../../../kit/draftOf.ts';
import { openCity, type OpenCity } from '../../../kit/openCity.ts';
import { testCodes } from '../../registry/testCodes.ts';

const [BEFORE = '', SINCE = ''] = testCodes(2);
const FIRST_CHANGE = '{ changes(first: 1) { nodes { uscc fact { subject { uscc } } } } }';

let city: OpenCity;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

it('tells the audit log of the enterprise that a fact was moved to since: what is known of it lies behind the change', async () => {
  for (const uscc of [BEFORE, SINCE]) {
    await writeWays(city, 'credit.listEntries', [{ id: 'moved', mark: '某企业', uscc }]);
    await city.settle();
  }
  const subjects = new Set<string>();
  const { data } = await city.ask('credit', FIRST_CHANGE, {}, { subjects });
  expect(data).toEqual({ changes: { nodes: [{ uscc: BEFORE, fact: { subject: { uscc: SINCE } } }] } });
  expect([...subjects].sort()).toEqual([BEFORE, SINCE].sort());
});
