import type { DraftSubject } from '../../../src/data/FactDraft.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';

/** What a court knows of a natural person beside the name. */
export interface PersonalDetails {
  readonly sex?: string | undefined;
  readonly age?: number | undefined;
  readonly idNo?: string | undefined;
}

/** Two to four Chinese characters, or a name already masked: 张三, 欧阳某某. */
const SHORT_NAME = /^\p{Script=Han}{2,4}$/u;
const SHORT_ORGANISATION = /(?:公司|集团|中心|工厂|商行|商店|酒店|宾馆|超市|医院|学校|煤矿|协会|银行)$/u;
/** Up to twelve characters, or any number with dots between them: 阿卜杜拉买买提, 阿里木·买买提. */
const LONG_NAME = /^\p{Script=Han}{5,12}$|^\p{Script=Han}+[·•‧][\p{Script=Han}·•‧]+$/u;
/**
 * What a longer name of an organisation holds and one of a person hardly. Characters that names of persons are also written with
 * (库尔班, 所罗门) count at the end only. Of 232,299 registered and published names of enterprises none is without one.
 */
const LONG_ORGANISATION =
  /公司|有限|集团|企业|合伙|中心|化工|超市|[厂店社院局部行庄场馆校园站队楼室处铺坊网矿办委城厦团会户]|[所堂库吧屋茶饭]$/u;

/**
 * Tells whether a fact is about a natural person. Whoever may be one, where the source gives neither category nor
 * code, is treated as one: personal data are protected first and opened by a correction, not the other way round.
 *
 * @param subject - who the fact is about
 * @param details - personal details given beside the name
 */
export function isNaturalPerson(subject: DraftSubject, details: PersonalDetails = {}): boolean {
  if (subject.category !== undefined) return subject.category === 'NATURAL_PERSON';
  const codes = [subject.uscc, subject.orgCode, subject.middleCode];
  if (codes.some((code) => code !== undefined)) return false;
  return givenDetails(details).length > 0 || mayBePerson(subject.name ?? '');
}

/**
 * What is wrong with the person in a fact.
 *
 * - A natural person has no unified social credit code and no organisation code (GB 32100-2015, scope). What stands in
 *   those columns may be an ID number, so the row is refused instead of kept.
 * - Details of a person in a fact about a unit are somebody else's data: a unit's default is never spread to its legal
 *   representative, controller or staff (法发〔2019〕35号 art. 16; domain section 6.1).
 *
 * @param subject - who the fact is about
 * @param details - personal details given beside the name
 */
export function personFaults(subject: DraftSubject, details: PersonalDetails = {}): readonly FieldFault[] {
  if (isNaturalPerson(subject, details)) {
    const { uscc, orgCode, rawCode, codes } = subject;
    const hasCode = [uscc, orgCode, rawCode, codes?.registrationNo].some((code) => code !== undefined);
    return hasCode
      ? [personal('subjectUscc', '自然人没有单位代码，请留空 / a natural person has no code: leave it out')]
      : [];
  }
  return givenDetails(details).map((field) =>
    personal(field, '单位记录不得填写自然人信息 / a fact about a unit holds no details of a person'),
  );
}

/**
 * The scope of facts about natural persons: never public, by the person's authorisation only (浙江省公共信用信息管理条例 art. 15,
 * 山东省社会信用条例 art. 20; 个人信息保护法 art. 25; domain section 16). The courts publish them on their own site; this platform does not repeat it.
 */
export const PERSON_SCOPE = 'AUTHORISED_QUERY';

function mayBePerson(name: string): boolean {
  const compact = name.replace(/\s/gu, '');
  if (SHORT_NAME.test(compact)) return !SHORT_ORGANISATION.test(compact);
  return LONG_NAME.test(compact) && !LONG_ORGANISATION.test(compact);
}

function givenDetails(details: PersonalDetails): readonly (keyof PersonalDetails)[] {
  return (['sex', 'age', 'idNo'] as const).filter((name) => details[name] !== undefined);
}

function personal(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'PERSONAL_DATA', expected } };
}
