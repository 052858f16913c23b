import { judgmentRules } from '../../../subgraphs/judiciary/rules/judgmentRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const document = { caseNo: '(2026)闽0102民初7号', kind: 'JUDGMENT', judgedOn: '2026-03-02' };

describe('a court document (法释〔2016〕19号)', () => {
  it('is public from its publication and without a term or severity', () => {
    const verdict = judgmentRules(document, ruleSetting({ publishedOn: '2026-03-09' }));
    expect(verdict).toMatchObject({ decidedOn: '2026-03-02', usageScope: 'PUBLIC' });
    expect(verdict.publicity).toEqual({ from: '2026-03-09', rule: expect.stringContaining('19号') as unknown });
    expect(verdict.severity).toBeUndefined();
  });

  it('is for departments only where the case ended by mediation', () => {
    expect(judgmentRules({ ...document, kind: 'MEDIATION' }, ruleSetting()).usageScope).toBe('GOV_SHARED');
  });

  it.each(['JUDGMENT', 'MEDIATION'])('of kind %s about a natural person is by authorisation only', (kind) => {
    const subject = { name: '张三', category: 'NATURAL_PERSON' };
    expect(judgmentRules({ ...document, kind }, ruleSetting({ subject })).usageScope).toBe('AUTHORISED_QUERY');
  });

  it('is not published before it is made', () => {
    const { faults } = judgmentRules(document, ruleSetting({ publishedOn: '2026-03-01' }));
    expect(faults?.map(({ field, fault }) => [field, fault.code])).toEqual([['publishedOn', 'DATE_ORDER']]);
  });
});
