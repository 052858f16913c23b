import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDefinitions } from '../../../../src/config/readDefinitions.ts';
import { LISTS } from '../../../../subgraphs/credit/lists/listDefinitions.ts';
import { measureSchema } from '../../../../subgraphs/credit/measures/MeasureDefinition.ts';
import {
  linkOf,
  measureById,
  MEASURES,
  measuresBy,
  measuresOf,
} from '../../../../subgraphs/credit/measures/measureDefinitions.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';

const folder = temporaryFolder();
const sample = measureById('procurement-ban');
if (sample === undefined) throw new Error('The measure is not there.');

/** Tells what is wrong with a measure, written to a file as an expert would. */
function problemsOf(measure: object): string {
  writeFileSync(join(folder, 'measure.yaml'), JSON.stringify(measure));
  try {
    readDefinitions(folder, measureSchema);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('a file of a measure', () => {
  it('is taken as it is', () => {
    expect(problemsOf(sample)).toBe('');
  });

  it('is refused without a legal basis, and where the basis names no law or no article', () => {
    const { basis, ...without } = sample;
    expect(problemsOf(without)).toContain('measure.yaml: basis');
    expect(problemsOf({ ...sample, basis: { ...basis, law: '  ' } })).toContain('basis.law');
    expect(problemsOf({ ...sample, basis: { ...basis, article: '' } })).toContain('basis.article');
  });

  it('is refused where a list leads to it without a legal basis', () => {
    expect(problemsOf({ ...sample, appliesTo: [{ list: 'tax-violations', edition: '2022' }] })).toContain(
      'appliesTo.0.basis',
    );
  });

  it('is refused where it would spread a court flag of a unit to persons', () => {
    expect(problemsOf({ ...sample, about: 'PERSON' })).toContain('judgment-defaulters');
  });

  it.each([[{ kind: 'MARKET' }], [{ kind: 'INCENTIVE' }], [{ force: 'RIGHT' }]])(
    'is refused where force and group contradict: %j',
    (change) => {
      expect(problemsOf({ ...sample, ...change })).toContain('force');
    },
  );
});

describe('the measures', () => {
  it('hold the three groups of the national list, and incentives', () => {
    expect(new Set(MEASURES.map(({ kind }) => kind))).toEqual(new Set(['PUNISH', 'MANAGE', 'MARKET', 'INCENTIVE']));
  });

  it('are led to by every list: red ones to incentives alone, black ones to none', () => {
    for (const { id, kind } of LISTS) {
      const kinds = new Set(measuresOf(id).map((measure) => measure.kind === 'INCENTIVE'));
      expect([id, [...kinds]]).toEqual([id, [kind === 'RED']]);
    }
  });

  it('are found by group and list', () => {
    const found = measuresBy({ kind: 'MARKET', list: 'judgment-defaulters' });
    expect(found.map(({ id }) => id)).toEqual(['prudent-lending', 'rating-report']);
    expect(measuresBy({ list: 'unheard-of' })).toEqual([]);
    expect(linkOf(sample, 'judgment-defaulters')?.basis.article).toBe('第八条');
  });
});
