import { SAMPLE_AGENCIES } from '../../../src/sample/sampleAgencies.ts';
import type { SampleSetting } from '../../../src/sample/SampleEnterprise.ts';
import { SAMPLE_OPERATOR } from '../../../src/sample/sampleMark.ts';
import { addYears } from '../../../src/values/localDate.ts';
import type { CreditAgencyDocument } from '../agencies/CreditAgencyDocument.ts';

const FILED_YEARS = 5;

/**
 * 备案征信机构 of the sample: all of its agencies are in the register.
 *
 * @param setting - the day that the sample is alive on
 */
export function sampleAgencies({ asOf }: SampleSetting): readonly CreditAgencyDocument[] {
  const filedOn = addYears(asOf, -FILED_YEARS);
  return SAMPLE_AGENCIES.map(({ uscc, name, kind }, at) => ({
    ...{ _id: uscc, name, kind, licenceNo: `示备〔${filedOn.slice(0, 4)}〕${at + 1}号` },
    ...{ filedOn, sortOn: filedOn, operator: SAMPLE_OPERATOR, enteredAt: new Date(`${asOf}T00:00:00+08:00`) },
  }));
}
