import { entityKind } from '../../../../subgraphs/registry/rules/entityKind.ts';

const ENTERPRISE = '91350100705362917E';

describe('the kind of a market entity', () => {
  it.each([
    ['有限责任公司', 'COMPANY'],
    ['有限责任公司(自然人独资)', 'COMPANY'],
    ['有限责任公司 港、澳、台', 'COMPANY'],
    ['股份有限公司', 'COMPANY'],
    ['集体所有制', 'NON_COMPANY_LEGAL_PERSON'],
    ['国有企业', 'NON_COMPANY_LEGAL_PERSON'],
    ['股份合作制', 'NON_COMPANY_LEGAL_PERSON'],
    ['非公司企业法人', 'NON_COMPANY_LEGAL_PERSON'],
    ['个人独资企业', 'SOLE_PROPRIETORSHIP'],
    ['普通合伙', 'PARTNERSHIP'],
    ['有限合伙', 'PARTNERSHIP'],
    ['农民专业合作社', 'COOPERATIVE'],
    ['农民专业合作社联合社', 'COOPERATIVE'],
    ['个体工商户', 'HOUSEHOLD'],
    ['外国(地区)公司分支机构', 'FOREIGN_COMPANY_BRANCH'],
    ['集体分支机构(非法人)', 'BRANCH'],
    ['有限责任公司分公司', 'BRANCH'],
    ['个人独资企业分支机构', 'BRANCH'],
    ['外国(地区)企业常驻代表机构', null],
    ['外商投资企业', null],
    ['联营企业', null],
  ])('%s is %s', (entityType, kind) => {
    expect(entityKind(entityType, ENTERPRISE)).toBe(kind);
  });

  it.each([
    ['92350102MA33K1X74B', 'HOUSEHOLD'],
    ['9335018158311TC46J', 'COOPERATIVE'],
    [ENTERPRISE, null],
    ['51350100500123453B', null],
  ])('is told by the code %s where the source has no type: %s', (uscc, kind) => {
    expect(entityKind(undefined, uscc)).toBe(kind);
  });
});
