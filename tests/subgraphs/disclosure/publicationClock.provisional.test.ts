import { CALENDAR_YEARS } from '../../../src/values/workingDays.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { entered, openDisclosure } from './openDisclosure.ts';

const LAST = CALENDAR_YEARS.last;
const now = new Date(`${LAST + 1}-03-01T04:00:00Z`);

let office: TestDepartment;
beforeAll(async () => {
  office = await openDisclosure();
});
afterAll(() => office.close());

describe.each(['permit', 'penalty'] as const)('the days on which a %s is to be public', (noun) => {
  it.each([
    [`${LAST}-11-02`, false],
    // Seven working days on lies within the known holidays, twenty do not.
    [`${LAST}-12-15`, true],
    [`${LAST}-12-31`, true],
  ])('are marked as perhaps too early after a decision of %s: %s', async (decidedOn, isProvisional) => {
    const id = await entered(office, noun, { docNo: decidedOn, decidedOn }, { now });
    const document = `{ ${noun}(id: "${id}") { isPublicationDueProvisional } }`;
    expect(await office.ask(document, {}, { now })).toEqual({
      data: { [noun]: { isPublicationDueProvisional: isProvisional } },
    });
  });
});
