import type { MatchQuery } from '../../../../subgraphs/search/matching/MatchQuery.ts';
import type { MatchTarget } from '../../../../subgraphs/search/matching/MatchTarget.ts';
import { prepareQuery } from '../../../../subgraphs/search/matching/prepareQuery.ts';
import { prepareTarget } from '../../../../subgraphs/search/matching/prepareTarget.ts';
import { scoreMatch } from '../../../../subgraphs/search/matching/scoreMatch.ts';
import { CUT_OFF, MATCH_THRESHOLD } from '../../../../subgraphs/search/matching/thresholds.ts';

/** Made up, with check digits that hold. */
const USCC = '91350102MA32000A66';
const OTHER_USCC = '91110108MA01000G99';

const score = (query: MatchQuery, target: Partial<MatchTarget>): number =>
  scoreMatch(prepareQuery(query), prepareTarget({ uscc: USCC, name: '福州三山商贸有限公司', ...target })).score;
const byName = (name: string, registered: string): number => score({ name }, { name: registered });

const MATCH: readonly (readonly [why: string, asked: string, registered: string])[] = [
  ['the same', '福州榕鑫商贸有限公司', '福州榕鑫商贸有限公司'],
  ['traditional characters', '福州榕鑫貿易有限公司', '福州榕鑫贸易有限公司'],
  ['full width and brackets', '福州榕鑫（ＡＢ）商贸有限公司', '福州榕鑫(AB)商贸有限公司'],
  ['the ending of the division left out', '福州榕鑫商贸有限公司', '福州市榕鑫商贸有限公司'],
  ['the division left out', '榕鑫商贸有限公司', '福州榕鑫商贸有限公司'],
  ['the province added', '福建省福州市榕鑫商贸有限公司', '福州市榕鑫商贸有限公司'],
  ['the division moved into brackets', '榕鑫（福州）商贸有限公司', '福州榕鑫商贸有限公司'],
  ['the legal form left out', '福州榕鑫商贸', '福州榕鑫商贸有限公司'],
  ['another word for the form', '福州榕鑫商贸有限责任公司', '福州榕鑫商贸有限公司'],
  ['a damaged form', '福州榕鑫商贸有眼公司', '福州榕鑫商贸有限公司'],
  ['a form that was cut off', '福州榕鑫商贸有限公', '福州榕鑫商贸有限公司'],
  ['two characters swapped', '福州鑫榕商贸有限公司', '福州榕鑫商贸有限公司'],
  ['a homophone', '福州荣鑫商贸有限公司', '福州榕鑫商贸有限公司'],
  ['a character typed twice', '福州榕鑫鑫商贸有限公司', '福州榕鑫商贸有限公司'],
  ['a damaged division', '辽西榕鑫爆破有眼公司', '江西榕鑫爆破有限公司'],
  ['strokes for a character', '福州榕鑫钢11：有眼公司', '福州榕鑫钢业有限公司'],
  ['a damaged form amid the name of a branch', '福州榕鑫药业有眼公司第二分公司', '福州榕鑫药业有限公司第二分公司'],
  ['a number written otherwise', '福州榕鑫药业有限公司第2分公司', '福州榕鑫药业有限公司第二分公司'],
];

const NO_MATCH: readonly (readonly [why: string, asked: string, registered: string])[] = [
  ['another division', '福州榕鑫商贸有限公司', '厦门榕鑫商贸有限公司'],
  ['a wider division instead', '福建榕鑫商贸有限公司', '福州榕鑫商贸有限公司'],
  ['another trade name', '福州榕鑫商贸有限公司', '福州恒盛商贸有限公司'],
  ['another industry', '福州榕鑫商贸有限公司', '福州榕鑫建筑有限公司'],
  ['a branch of the enterprise', '福州榕鑫药业有限公司', '福州榕鑫药业有限公司第二分公司'],
  ['the parent of the branch', '福州榕鑫药业有限公司第二分公司', '福州榕鑫药业有限公司'],
  ['another branch by number', '福州榕鑫药业有限公司第一分公司', '福州榕鑫药业有限公司第二分公司'],
  ['another branch by place', '三山银行股份有限公司福州支行', '三山银行股份有限公司泉州支行'],
  ['another number in the trade name', '福州第一建筑工程公司', '福州第二建筑工程公司'],
  ['a trade name with one character more', '福州榕鑫源商贸有限公司', '福州榕鑫商贸有限公司'],
  ['a trade name with another character', '福州榕鑫商贸有限公司', '福州榕盛商贸有限公司'],
  ['nothing but the form', '有限公司', '福州榕鑫商贸有限公司'],
  ['a farm for a company', '福州榕鑫养殖场', '福州榕鑫养殖有限公司'],
];

describe('scoreMatch', () => {
  it.each(MATCH)('matches %s: %s', (_, asked, registered) => {
    expect(byName(asked, registered)).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
  });

  it.each(NO_MATCH)('does not match %s: %s', (_, asked, registered) => {
    expect(byName(asked, registered)).toBeLessThan(MATCH_THRESHOLD);
  });

  it('gives 1 to the same name, and shows heavier damage to a person', () => {
    expect(byName('福州榕鑫商贸有限公司', '福州榕鑫商贸有限公司')).toBe(1);
    const damaged = byName('福州榕粼商贸有眼公司', '福州榕鑫商贸有限公司');
    expect(damaged).toBeGreaterThanOrEqual(CUT_OFF);
    expect(damaged).toBeLessThan(MATCH_THRESHOLD);
  });

  it('counts a former name nearly as much as the present one', () => {
    const former = { name: '福州恒盛商贸有限公司', formerNames: ['福州榕鑫商贸有限公司'] };
    expect(score({ name: '福州榕鑫商贸有限公司' }, former)).toBeCloseTo(0.97);
  });

  it('tells what each part says, and how much it counts', () => {
    const { features } = scoreMatch(
      prepareQuery({ name: '榕鑫贸易有限公司' }),
      prepareTarget({ uscc: USCC, name: '福州榕鑫贸易有限公司' }),
    );
    expect(features).toEqual([
      { feature: 'REGION', similarity: 0, weight: 0.12, query: '', target: '福州' },
      { feature: 'TRADE_NAME', similarity: 1, weight: 1, query: '榕鑫', target: '榕鑫' },
      { feature: 'INDUSTRY', similarity: 1, weight: 0.7, query: '贸易', target: '贸易' },
      { feature: 'LEGAL_FORM', similarity: 1, weight: 0.35, query: '有限公司', target: '有限公司' },
    ]);
  });

  it('is the same however often it is asked', () => {
    const query = prepareQuery({ name: '福州荣鑫商贸有眼公司' });
    const target = prepareTarget({ uscc: USCC, name: '福州榕鑫商贸有限公司' });
    expect(scoreMatch(query, target)).toEqual(scoreMatch(query, target));
  });

  it.each(['公司'.repeat(5_000), '.*+?^${}()|[]\\', '\u0000', '🙂', ''])('bears hostile text: %#', (name) => {
    const result = score({ name, codes: [name], address: name, district: name, establishedOn: name }, {});
    expect(result).toBeGreaterThanOrEqual(0);
    expect(result).toBeLessThan(CUT_OFF);
  });
});

describe('scoreMatch with codes', () => {
  const orgCode = USCC.slice(8, 17);
  const damagedName = '福州三丨商眼公';

  it.each([
    ['the code', USCC],
    ['the code in small letters, with blanks', ` ${USCC.toLowerCase().slice(0, 8)} ${USCC.toLowerCase().slice(8)} `],
    ['the organisation code', orgCode],
    ['the organisation code with its hyphen', `${orgCode.slice(0, 8)}-${orgCode.slice(8)}`],
  ])('trusts %s more than a damaged name', (_, code) => {
    expect(score({ name: damagedName, codes: [code] }, {})).toBeGreaterThanOrEqual(0.9);
    expect(score({ codes: [code] }, {})).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['one wrong character', USCC.replace('MA32', 'MA37')],
    ['a letter for a digit', USCC.replace('000', 'OOO')],
    ['a character left out', USCC.slice(0, 5) + USCC.slice(6)],
    ['all wrong but the organisation code', `X${USCC.slice(1, 8).replaceAll('1', '7')}${USCC.slice(8)}`],
  ])('takes a code with %s for a damaged one', (_, code) => {
    expect(score({ name: '福州三山商贸', codes: [code] }, {})).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
    expect(score({ name: '厦门恒盛物流有限公司', codes: [code] }, {})).toBeLessThan(MATCH_THRESHOLD);
  });

  it('knows an old registration number, and an old tax number by the organisation code in it', () => {
    expect(score({ codes: ['350100100000012'] }, { registrationNo: '350100100000012' })).toBeGreaterThanOrEqual(0.9);
    expect(score({ codes: [`350102${orgCode}`] }, {})).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
  });

  it('does not match by name where a valid code is somebody else’s', () => {
    expect(score({ name: '福州三山商贸有限公司', codes: [OTHER_USCC] }, {})).toBeLessThan(MATCH_THRESHOLD);
  });

  it('learns nothing from what is no code', () => {
    expect(score({ name: '福州三山商贸有限公司', codes: ['不详', '0000'] }, {})).toBe(1);
  });
});

describe('scoreMatch with circumstances', () => {
  const name = '三山商贸有限公司';
  const known = { establishedOn: '2010-05-06', districtCode: '350102', address: '福州市鼓楼区福飞路135号' };

  it.each([
    ['the day of founding', { establishedOn: '2010-05-06' }, { establishedOn: '2001-02-03' }],
    ['the district by code', { district: '350102' }, { district: '110108' }],
    ['the district by name', { district: '福建省福州市' }, { district: '厦门市' }],
    ['the address', { address: '鼓楼区福飞路135号' }, { address: '海淀区中关村大街1号' }],
  ])('moves the score by little for %s', (_, same, other) => {
    const without = score({ name }, known);
    expect(score({ name, ...same }, known)).toBeGreaterThan(without);
    expect(score({ name, ...other }, known)).toBeLessThan(without);
    expect(without - score({ name, ...other }, known)).toBeLessThan(0.1);
  });

  it('finds nobody by circumstances alone', () => {
    const circumstances = { establishedOn: '2010-05-06', district: '350102', address: '福州市鼓楼区福飞路135号' };
    expect(score(circumstances, known)).toBeLessThan(CUT_OFF);
  });
});
