import { NO_COUNTS, publicationFigures, sumOf } from '../../../subgraphs/disclosure/publicationFigures.ts';

describe('publicationFigures', () => {
  it('shares what is on time, filled and faultless', () => {
    const counts = {
      ...NO_COUNTS,
      ...{
        decisions: 10,
        quarantined: 2,
        onTime: 6,
        late: 1,
        overdue: 1,
        pending: 2,
        clean: 9,
        required: 150,
        missing: 3,
      },
    };
    expect(publicationFigures(counts)).toMatchObject({
      timeliness: 6 / 8,
      completeness: 147 / 150,
      compliance: 9 / 12,
    });
  });

  it('gives no share of nothing', () => {
    expect(publicationFigures(NO_COUNTS)).toMatchObject({ timeliness: null, completeness: null, compliance: null });
    expect(publicationFigures({ ...NO_COUNTS, quarantined: 3 })).toMatchObject({ timeliness: null, compliance: 0 });
  });
});

describe('sumOf', () => {
  it('adds every count', () => {
    const names = Object.keys(NO_COUNTS);
    const one = Object.fromEntries(names.map((name, at) => [name, at + 1])) as unknown as typeof NO_COUNTS;
    expect(sumOf(one, one)).toEqual(Object.fromEntries(names.map((name, at) => [name, 2 * at + 2])));
  });
});
