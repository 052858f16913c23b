import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { entered, ENTERPRISE, ID_NUMBER, openDisclosure, PENALTY, STAFF } from './openDisclosure.ts';
import { NOTHING, seen, THE_ONE } from './seenPenalties.ts';

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

describe('a penalty', () => {
  it('stands under its enterprise with all that the template has', async () => {
    await entered(office, 'penalty', { publishedOn: '2026-06-08', providerName: '福州市生态环境局' });
    const { data, errors } = await office.ask(
      `query ($uscc: USCC!) { _entities(representations: [{ __typename: "Enterprise", uscc: $uscc }]) { ... on Enterprise { uscc penalties { nodes {
        subject { uscc } decidedOn docNo violationKind violationFacts basis categories content fine confiscated revokedCert validUntil
        authority authorityUscc legalRep isReadFromText publicationDueOn publicationCapOn publicationStatus
        record { subjectName severity polarity catalogueKind usageScope publishedOn qualityFlags provider { name }
          publicity { from minimumUntil until rule } provenance { linkedBy source } }
      } } } } }`,
      { uscc: ENTERPRISE },
    );
    expect(errors).toBeUndefined();
    const { subjectName, ...given } = PENALTY;
    const own = Object.fromEntries(Object.entries(given).filter(([name]) => !name.startsWith('subject')));
    expect(data?.['_entities']).toEqual([
      {
        uscc: ENTERPRISE,
        penalties: {
          nodes: [
            {
              ...own,
              subject: { uscc: ENTERPRISE },
              confiscated: null,
              revokedCert: null,
              isReadFromText: null,
              publicationDueOn: '2026-06-10',
              publicationCapOn: '2026-06-30',
              publicationStatus: 'ON_TIME',
              record: {
                subjectName,
                severity: 'GENERAL',
                polarity: 'NEGATIVE',
                catalogueKind: 3,
                usageScope: 'PUBLIC',
                publishedOn: '2026-06-08',
                qualityFlags: [],
                provider: { name: '福州市生态环境局' },
                publicity: {
                  from: '2026-06-01',
                  minimumUntil: '2026-09-01',
                  until: '2027-06-01',
                  rule: '信用修复管理办法（发展改革委令第36号）',
                },
                provenance: { linkedBy: 'USCC', source: 'mutation' },
              },
            },
          ],
        },
      },
    ]);
  });

  it('is public to the last day of its window, and to nobody from the next on, its office included', async () => {
    const id = await entered(office, 'penalty');
    expect(await seen(office, { now: new Date('2027-06-01T15:59:59Z') }, id)).toEqual(THE_ONE);
    expect(await seen(office, { now: new Date('2027-06-01T16:00:00Z') }, id)).toEqual(NOTHING);
    expect(await seen(office, { now: new Date('2027-06-01T16:00:00Z'), caller: STAFF }, id)).toEqual(NOTHING);
  });

  it.each([
    ['a minor one', { categories: ['WARNING'], fine: null }],
    ['a summary one', { summaryProcedure: true }],
  ])('that is minor (%s) is shared among departments and not shown to the public', async (_kind, differing) => {
    const id = await entered(office, 'penalty', differing);
    expect(await seen(office, {}, id)).toEqual(NOTHING);
    expect(await seen(office, { caller: { audience: 'AGENCY', scopes: new Set() } }, id)).toEqual(NOTHING);
    expect(await seen(office, { caller: staffOf('tax') }, id)).toEqual(THE_ONE);
  });

  it('of a natural person is seen by its own office only, the papers masked even there', async () => {
    const person = {
      subjectUscc: null,
      subjectName: '张三丰',
      subjectCategory: 'NATURAL_PERSON',
      legalRep: null,
      partyIdType: '身份证',
      partyIdNo: ID_NUMBER,
    };
    const id = await entered(office, 'penalty', person);
    const document = `query ($id: ID!) { penalty(id: $id) { subject { uscc } partyIdType partyIdNo record { subjectName usageScope } } }`;
    for (const caller of [ANONYMOUS, staffOf('tax')]) {
      expect((await office.ask(document, { id }, { caller })).data).toEqual({ penalty: null });
    }
    const own = await office.ask(document, { id }, { caller: STAFF });
    expect(own.data?.['penalty']).toEqual({
      subject: null,
      partyIdType: '身份证',
      partyIdNo: `359***********${ID_NUMBER.slice(-4)}`,
      record: { subjectName: '张三丰', usageScope: 'AUTHORISED_QUERY' },
    });
  });

  it("of a unit never shows its representative's papers", async () => {
    const id = await entered(office, 'penalty', { legalRepIdType: '身份证', legalRepIdNo: ID_NUMBER });
    const document = `query ($id: ID!) { penalty(id: $id) { docNo legalRepIdType legalRepIdNo } }`;
    const open = await office.ask(document, { id });
    expect(open.data?.['penalty']).toEqual({ docNo: PENALTY.docNo, legalRepIdType: null, legalRepIdNo: null });
    expect(open.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const other = await office.ask(document, { id }, { caller: staffOf('tax') });
    expect(other.data?.['penalty']).toMatchObject({ legalRepIdType: '身份证', legalRepIdNo: null });
    expect(JSON.stringify([open, other])).not.toContain(ID_NUMBER.slice(6, 14));
  });
});
