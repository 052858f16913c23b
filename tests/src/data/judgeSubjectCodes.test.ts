import { judgeSubjectCodes } from '../../../src/data/judgeSubjectCodes.ts';
import { citizenIdOf } from '../values/citizenIdOf.ts';

const UNIT = 'LEGAL_OR_UNINCORPORATED';
const NUMBER = '320100000001374';

describe('the old numbers of a subject', () => {
  it.each([
    [NUMBER, []],
    ['３２０１０００００００１３７４', []],
    ['320100000001375', ['REGISTRATION_NO_CHECK']],
    ['3201001009351', ['REGISTRATION_NO_CHECK']],
    // An old tax number: its last nine are an organisation code, its own check digit is none of a registration number.
    ['350102705362917', ['REGISTRATION_NO_CHECK']],
    ['榕工商注字第8号', ['REGISTRATION_NO_CHECK']],
  ])('keep the registration number %s as printed, with the remarks %j', (registrationNo, flags) => {
    expect(judgeSubjectCodes({ registrationNo }, UNIT)).toEqual({ codes: { registrationNo }, flags });
  });

  it.each([
    ['70536291-7', []],
    ['705362917', []],
    ['705362918', ['ORG_CODE_CHECK']],
    ['70536291)7', ['ORG_CODE_CHECK']],
  ])('keep the organisation code %s as printed, with the remarks %j', (orgCode, flags) => {
    expect(judgeSubjectCodes({ orgCode }, UNIT)).toEqual({ codes: { orgCode }, flags });
  });

  it('are none where the columns are blank or hold placeholders', () => {
    expect(judgeSubjectCodes({ registrationNo: '/', orgCode: ' ' }, UNIT)).toEqual({ flags: [] });
    expect(judgeSubjectCodes({}, undefined)).toEqual({ flags: [] });
  });

  it('never hold a citizen’s number as it is', () => {
    const id = citizenIdOf('350102', '19800101', 1);
    const verdict = judgeSubjectCodes({ registrationNo: id, orgCode: id }, UNIT);
    expect(JSON.stringify(verdict)).not.toContain(id);
    expect(JSON.stringify(verdict)).not.toContain('19800101');
    expect(verdict).toMatchObject({ flags: expect.arrayContaining(['PERSONAL_DATA_MASKED']) as unknown });
  });

  it('are refused of a natural person, without the value', () => {
    const verdict = judgeSubjectCodes({ registrationNo: NUMBER }, 'NATURAL_PERSON');
    expect(verdict).toMatchObject({ field: 'registrationNo', fault: { code: 'PERSONAL_DATA' } });
    expect(JSON.stringify(verdict)).not.toContain(NUMBER);
    expect(judgeSubjectCodes({ orgCode: '705362917' }, 'NATURAL_PERSON')).toEqual({ flags: [] });
  });

  it('are set aside where they are longer than any such number', () => {
    expect(judgeSubjectCodes({ registrationNo: '1'.repeat(51) }, UNIT)).toEqual({
      flags: ['VALUE_SET_ASIDE'],
      setAside: ['registrationNo'],
    });
  });
});
