import { department } from '../../../subgraphs/registry/department.ts';
import { NOW, openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';

const USCC = '91350100705362917E';
const CREATE = `mutation ($input: AbnormalListingInput!) { abnormalListingCreate(input: $input) { id revision changed qualityFlags errors { field code message } } }`;
const input = {
  subjectUscc: USCC,
  subjectName: '福州测试有限公司',
  reason: 'UNREACHABLE_AT_ADDRESS',
  listedOn: '2026-03-02',
  listingAuthority: '福州市市场监督管理局',
  listingDocNo: '榕市监异字〔2026〕1号',
};

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
});
afterAll(() => registry.close());

describe('abnormal listings', () => {
  it('are entered by the registry and read back under the enterprise by anybody', async () => {
    await registry.ask(
      `mutation ($input: EnterpriseInput!) { enterpriseCreate(input: $input) { id errors { field code } } }`,
      {
        input: {
          uscc: USCC,
          name: '福州测试有限公司',
          status: 'IN_BUSINESS',
          establishedOn: '2001-05-06',
          registrationAuthority: '福州市市场监督管理局',
          registeredCapital: '1000000.00',
        },
      },
      { caller: staffOf('registry') },
    );
    const written = await registry.ask(CREATE, { input }, { caller: staffOf('registry') });
    expect(written).toMatchObject({ data: { abnormalListingCreate: { revision: 1, changed: true, errors: [] } } });
    const read =
      await registry.ask(`{ enterprise(uscc: "${USCC.toLowerCase()}") { uscc name registeredCapital orgCode codeCategory { category }
      abnormalListings { totalCount nodes { reason listedOn seriousViolationDueOn subject { uscc } record { subjectName revision provenance { linkedBy source operator } publicity { from until } } } } } }`);
    expect(read).toMatchInlineSnapshot(`
      {
        "data": {
          "enterprise": {
            "abnormalListings": {
              "nodes": [
                {
                  "listedOn": "2026-03-02",
                  "reason": "UNREACHABLE_AT_ADDRESS",
                  "record": {
                    "provenance": {
                      "linkedBy": "USCC",
                      "operator": null,
                      "source": "mutation",
                    },
                    "publicity": {
                      "from": "2026-03-02",
                      "until": null,
                    },
                    "revision": 1,
                    "subjectName": "福州测试有限公司",
                  },
                  "seriousViolationDueOn": "2029-03-02",
                  "subject": null,
                },
              ],
              "totalCount": 1,
            },
            "codeCategory": {
              "category": "企业",
            },
            "name": "福州测试有限公司",
            "orgCode": "705362917",
            "registeredCapital": "1000000.00",
            "uscc": "91350100705362917E",
          },
        },
        "errors": [
          {
            "locations": [
              {
                "column": 11,
                "line": 17,
              },
            ],
            "message": "Cannot return null for non-nullable field Enterprise.uscc.",
            "path": [
              "enterprise",
              "abnormalListings",
              "nodes",
              0,
              "subject",
              "uscc",
            ],
          },
          {
            "extensions": {
              "code": "FORBIDDEN",
              "details": {
                "coordinate": "Provenance.operator",
              },
            },
            "locations": [
              {
                "column": 13,
                "line": 25,
              },
            ],
            "message": "This caller may not use Provenance.operator.",
            "path": [
              "enterprise",
              "abnormalListings",
              "nodes",
              0,
              "record",
              "provenance",
              "operator",
            ],
          },
        ],
      }
    `);
  });

  it('can not be entered by the public, and then nothing is written', async () => {
    const refused = await registry.ask(CREATE, { input: { ...input, listingDocNo: '别的' } });
    expect(refused.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    expect(
      await registry.subgraph.database.facts(department.collections['abnormalListings'] as never).countDocuments(),
    ).toBe(1);
  });
  it('now', () => {
    expect(NOW).toBeDefined();
  });
});
