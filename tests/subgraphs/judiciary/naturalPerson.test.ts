import { citizenIdOf } from '../../src/values/citizenIdOf.ts';
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
