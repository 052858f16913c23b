import { sectionOf } from '../../../../subgraphs/credit/report/reportSections.ts';
import type { TimelineDocument } from '../../../../subgraphs/credit/timeline/TimelineDocument.ts';

function fact(catalogueKind: number, polarity: 'NEUTRAL' | 'POSITIVE' | 'NEGATIVE', type = 'Anything') {
  return { catalogueKind, type, record: { polarity } } as unknown as TimelineDocument;
}

describe('the section of a fact', () => {
  it.each([
    [3, 'NEUTRAL', 'AdministrativePermit', 'PERMITS'],
    [3, 'NEGATIVE', 'AdministrativePenalty', 'PENALTIES'],
    [3, 'NEUTRAL', 'SpotCheck', 'ADMINISTRATION'],
    [6, 'NEGATIVE', 'JudgmentDefaulter', 'LISTS'],
    [6, 'POSITIVE', 'ListEntry', 'HONOURS'],
    [5, 'NEGATIVE', 'AbnormalListing', 'ABNORMAL'],
    [2, 'NEUTRAL', 'Judgment', 'COURT'],
    [8, 'POSITIVE', 'Commitment', 'COMMITMENTS'],
    [9, 'POSITIVE', 'TaxCreditRating', 'RATINGS'],
    [11, 'POSITIVE', 'QualityAward', 'HONOURS'],
    [1, 'NEUTRAL', 'AnnualReport', 'REGISTRATION'],
    [7, 'NEUTRAL', 'Contract', 'OTHER'],
    [13, 'NEUTRAL', 'Anything', 'OTHER'],
  ] as const)('of kind %i, %s, %s is %s', (kind, polarity, type, section) => {
    expect(sectionOf(fact(kind, polarity, type))).toBe(section);
  });
});
