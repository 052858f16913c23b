import { citizenIdOf } from '../../src/values/citizenIdOf.ts';
import { itWithFiles, rowsOf } from '../../src/values/realFiles.ts';
import { isNaturalPerson, personFaults } from '../../../subgraphs/judiciary/rules/naturalPerson.ts';

const CODE = '91350100705362917E';
const ID_NUMBER = citizenIdOf('359999', '19900101', 1);

describe('isNaturalPerson', () => {
  it.each([
    [{ name: '福州甲有限公司', category: 'NATURAL_PERSON' }, true],
    [{ name: '张三', category: 'LEGAL_OR_UNINCORPORATED' }, false],
    [{ name: '张三', category: 'INDIVIDUAL_HOUSEHOLD' }, false],
    [{ name: '张三', uscc: CODE }, false],
    [{ name: '张三', orgCode: '705362917' }, false],
    [{ name: '张三', middleCode: '705362917' }, false],
    [{ name: '张三' }, true],
    [{ name: '欧阳某某' }, true],
    [{ name: '阿里木·买买提' }, true],
    [{ name: '张 三' }, true],
    [{ name: '阿卜杜拉买买提' }, true],
    [{ name: '库尔班江艾山' }, true],
    [{ name: '所罗门安德烈耶维奇' }, true],
    [{ name: '买买提公司' }, false],
    [{ name: '某某律师事务所' }, false],
    [{ name: '涟源市斗笠山镇祖保煤矿' }, false],
    [{ name: '百度公司' }, false],
    [{ name: '福州甲有限公司' }, false],
    [{ name: '星巴克·福州餐饮有限公司' }, false],
    [{}, false],
  ])('takes %j for a person: %p', (subject, expected) => {
    expect(isNaturalPerson(subject)).toBe(expected);
  });

  it.each([{ idNo: ID_NUMBER }, { age: 40 }, { sex: 'MALE' }])(
    'takes whoever has %j for a person, unless a category or code says otherwise',
    (details) => {
      expect(isNaturalPerson({ name: '名称不详的当事人' }, details)).toBe(true);
      expect(isNaturalPerson({ name: '名称不详的当事人', uscc: CODE }, details)).toBe(false);
    },
  );
});

const FILES: readonly (readonly [string, string])[] = [
  ['enterprises_fuzhou.csv.gz', 'name'],
  ['enterprises_fujian_other.csv.gz', 'name'],
  ['names_national.csv.gz', 'name'],
  ['registry_dirty_codes.csv.gz', 'name'],
  ['credit_facts.csv.gz', 'subject_name_raw'],
  ['name_pairs_noisy.csv.gz', 'raw_name'],
];
itWithFiles(
  FILES.map(([file]) => file),
  'takes no enterprise of the real files for a person by its name',
  () => {
    const names = FILES.flatMap(([file, column]) => rowsOf(file).map((row) => row[column] ?? ''));
    expect(names.length).toBeGreaterThan(230_000);
    expect(names.filter((name) => isNaturalPerson({ name }))).toEqual([]);
  },
  60_000,
);

describe('personFaults', () => {
  const person = { name: '张三', category: 'NATURAL_PERSON' };

  it.each([{ uscc: CODE }, { orgCode: '705362917' }, { rawCode: '359999199001010000' }])(
    'refuses a person with a code, whatever it is: %j',
    (code) => {
      const faults = personFaults({ ...person, ...code });
      expect(faults.map(({ field, fault }) => [field, fault.code])).toEqual([['subjectUscc', 'PERSONAL_DATA']]);
      expect(JSON.stringify(faults)).not.toContain(Object.values(code)[0]);
    },
  );

  it('takes a person with details and without a code', () => {
    expect(personFaults(person, { sex: 'MALE', age: 40, idNo: ID_NUMBER })).toEqual([]);
  });

  it('refuses details of somebody else in a fact about a unit', () => {
    const faults = personFaults({ name: '福州甲有限公司', uscc: CODE }, { age: 40, idNo: ID_NUMBER });
    expect(faults.map(({ field, fault }) => [field, fault.code])).toEqual([
      ['age', 'PERSONAL_DATA'],
      ['idNo', 'PERSONAL_DATA'],
    ]);
    expect(JSON.stringify(faults)).not.toContain(ID_NUMBER);
  });
});
