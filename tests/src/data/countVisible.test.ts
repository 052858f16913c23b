import type { Document } from 'mongodb';
import { countVisible } from '../../../src/data/countVisible.ts';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { visibilityFilter } from '../../../src/policy/visibility.ts';
import { department as disclosure } from '../../../subgraphs/disclosure/department.ts';
import { commandsOf } from '../../kit/commands.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';

const TODAY = '2026-06-15';

/** Facts that differ in all that the rule looks at. */
function facts(): FactDocumentBase[] {
  const days = [undefined, '2026-06-01', '2026-07-01'];
  const flags = [undefined, ['SUBJECT_UNLINKED'], ['AMOUNT_MISSING'], ['AMOUNT_MISSING', 'SUBJECT_UNLINKED']];
  const made = ['ACTIVE', 'DELETED'].flatMap((state) =>
    ['PUBLIC', 'AUTHORISED_QUERY'].flatMap((usageScope) =>
      days.flatMap((from) =>
        days.flatMap((until) =>
          flags.map((qualityFlags) => ({ state, usageScope, publicity: { from, until }, qualityFlags })),
        ),
      ),
    ),
  );
  return made.map((record, at) => ({ _id: `fact${at}`, sortOn: '', record }) as unknown as FactDocumentBase);
}

describe('the number of facts that a caller may see', () => {
  let department: TestDepartment;
  const collection = disclosure.collections['penalties'];
  if (collection === undefined) throw new Error('There are no penalties.');
  const stored = () => department.subgraph.database.facts(collection);
  beforeAll(async () => {
    department = await openDepartment(disclosure);
    await stored().insertMany(facts(), { ignoreUndefined: true });
  });
  afterAll(() => department.close());

  it.each([
    ['the public', ANONYMOUS],
    ['the owner', staffOf('disclosure')],
    ['another department', staffOf('registry')],
  ])('is the same for %s as if all were looked at', async (_, caller) => {
    const visible = visibilityFilter(caller, TODAY, { department: 'disclosure' });
    const looked = await stored().find(visible).toArray();
    expect(await countVisible(stored(), visible, {})).toBe(looked.length);
    const narrowed = { _id: { $in: looked.slice(1).map(({ _id }) => _id) } };
    expect(await countVisible(stored(), visible, narrowed)).toBe(looked.length - 1);
    expect(looked.length).toBeGreaterThan(1);
  });

  it('is read from keys, without a document', async () => {
    const visible = visibilityFilter(ANONYMOUS, TODAY, { department: 'disclosure' });
    const sent = await commandsOf(department, () => countVisible(stored(), visible, {}));
    const [all] = sent.filter(({ command }) => !JSON.stringify(command).includes('SUBJECT_UNLINKED'));
    const { aggregate, pipeline } = all?.command ?? {};
    const plan = await department.subgraph.database.db.command({
      explain: { aggregate: aggregate as string, pipeline: pipeline as Document[], cursor: {} },
      verbosity: 'executionStats',
    });
    expect(JSON.stringify(plan)).toContain('"indexName":"visible"');
    expect(JSON.stringify(plan)).not.toContain('"stage":"FETCH"');
    expect(sent).toHaveLength(2);
  });
});
