import { department } from '../../../subgraphs/registry/department.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import { sampleRows, seededCollections } from '../../../src/sample/sampleRows.ts';
import { addDays } from '../../../src/values/localDate.ts';

const TODAY = '2026-06-15';
/** The field that gives the day on which a fact was decided or came about. */
const DAY: Readonly<Record<string, string>> = {
  enterprises: 'establishedOn',
  changes: 'approvedOn',
  annualReports: 'filedOn',
  abnormalListings: 'listedOn',
  seriousViolationListings: 'listedOn',
  spotChecks: 'checkedOn',
  smallMicroSupports: 'enjoyedOn',
  businessLicences: 'issuedOn',
  pledges: 'registeredOn',
  riskClasses: 'computedOn',
};

describe.each(seededCollections([department]).map((each) => [each.collection.name, each] as const))(
  'a fact of %s',
  (name, each) => {
    const [row] = sampleRows(each, { enterprises: 1, seed: 11, asOf: TODAY });
    const day = DAY[name] ?? '';
    /** Only the days that this is about: others may rightly lie behind or before them. */
    const judge = (values: Readonly<Record<string, unknown>>) => {
      const days = Object.entries(each.collection.fields).filter(([, field]) => field.format === 'YYYY-MM-DD');
      const rest = { ...row?.values, ...Object.fromEntries(days.map(([other]) => [other, undefined])) };
      const setting = { today: TODAY, neverHas: new Set<string>(), provider: {}, flags: [] };
      const verdict = judgeFact(each.collection, { ...rest, publishedOn: undefined, ...values }, setting);
      return 'faults' in verdict ? verdict.faults.map(({ field, fault }) => [field, fault.code]) : [];
    };

    it('can have come about today and not tomorrow', () => {
      expect(judge({ [day]: TODAY })).toEqual([]);
      expect(judge({ [day]: addDays(TODAY, 1) })).toContainEqual([day, 'DATE_ORDER']);
    });
  },
);
