import { parseName } from '../../../../subgraphs/search/names/parseName.ts';

/** Name, then its parts as a clerk would read them: division, trade name, industry, legal form, branch. */
const CASES: readonly (readonly [name: string, parts: string])[] = [
  ['福州市鼓楼区宏达商贸有限公司', '福州市鼓楼区|宏达|商贸|有限公司|'],
  ['福建省福州市三山建设工程有限责任公司', '福建省福州市|三山|建设工程|有限责任公司|'],
  ['三山（福建）实业有限公司', '福建|三山|实业|有限公司|'],
  ['三山实业福建有限公司', '福建|三山|实业|有限公司|'],
  ['北京三山科技股份有限公司', '北京|三山|科技|股份有限公司|'],
  ['内蒙古三山牧业有限公司', '内蒙古|三山|牧业|有限公司|'],
  ['广西壮族自治区南宁市三山装饰有限公司', '广西壮族自治区南宁市|三山|装饰|有限公司|'],
  ['乾安县三山堂药业有限公司', '干安县|三山堂|药业|有限公司|'],
  ['大连保税区三山国际贸易有限公司', '大连保税区|三山|国际贸易|有限公司|'],
  // A county without its ending may be a trade name, and is one where nothing else is left.
  ['永兴商贸有限公司', '|永兴|商贸|有限公司|'],
  ['永兴县三山商贸有限公司', '永兴县|三山|商贸|有限公司|'],
  // The name of a branch follows the whole name of its parent.
  ['福建三山药业有限公司第二分公司', '福建|三山|药业|有限公司|第二分公司'],
  ['三山银行股份有限公司福州鼓楼支行', '|三山|银行|股份有限公司|福州鼓楼支行'],
  ['长乐市三山供销合作社第一门市部', '长乐市|三山||供销合作社|第一门市部'],
  // No company.
  ['长乐市航城建材店', '长乐市|航城|建材|店|'],
  ['福州三山会计师事务所（普通合伙）', '福州|三山会计师事务所||普通合伙|'],
  ['闽侯县三山蔬菜种植专业合作社', '闽侯县|三山|蔬菜种植|专业合作社|'],
  // Nothing but words for an industry: then there is no trade name.
  ['福州市粮油设备制造厂', '福州市||粮油设备制造|厂|'],
  // Damaged forms.
  ['福州三山贸易有眼公司', '福州|三山|贸易|有眼公司|'],
  ['福州三山贸易有限公刊', '福州|三山|贸易|有限公刊|'],
  ['福州三山贸易冇限责任公司', '福州|三山|贸易|冇限责任公司|'],
  ['福州三山酒店有限公', '福州|三山|酒店|有限公|'],
  ['福州三山药业有眼公司第二分公司', '福州|三山|药业|有眼公司|第二分公司'],
  // Parts of names.
  ['福州宏达', '福州|宏达|||'],
  ['宏达', '|宏达|||'],
  ['', '||||'],
];

describe('parseName', () => {
  it.each(CASES)('reads %s', (name, parts) => {
    const { region, trade, industry, form, branch } = parseName(name);
    expect([region, trade, industry, form, branch].join('|')).toBe(parts);
  });

  it.each([
    ['福州市三山商贸有限公司', ['3501']],
    ['福建省福州市鼓楼区三山商贸有限公司', ['350102']],
    // A county became a city and then a district: the present code stands for all three.
    ['长乐县三山商贸有限公司', ['350112']],
    ['长乐市三山商贸有限公司', ['350112']],
    ['三山商贸有限公司', []],
  ])('knows which division %s means', (name, codes) => {
    expect(parseName(name).divisionCodes).toEqual(codes);
  });

  it('names all divisions that are written alike', () => {
    const codes = parseName('鼓楼区三山商贸有限公司').divisionCodes;
    expect(codes).toEqual(expect.arrayContaining(['350102', '320106']));
  });

  it.each([
    ['福州三山贸易有眼公司', true],
    ['福州三山11贸易有限公司', true],
    ['福州三山贸易有限公司', false],
    ['福州三山百货公司', false],
    ['福州三山贸易', false],
  ])('tells whether a machine misread %s', (name, isDamaged) => {
    expect(parseName(name).isDamaged).toBe(isDamaged);
  });

  it.each(['公司'.repeat(5_000), '.*+?^${}()|[]\\', '\u0000\u0007', '🙂🙂🙂', '有限公司', '福建', '(((((((((('])(
    'takes hostile text apart without harm: %#',
    (name) => {
      const { folded, region, trade, industry, form, branch } = parseName(name);
      expect(folded.length).toBeLessThanOrEqual(200);
      expect(`${region}${trade}${industry}${form}${branch}`).toHaveLength(folded.length);
    },
  );
});
