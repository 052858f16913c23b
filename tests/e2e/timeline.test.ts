import { NOW } from '../kit/department.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { departmentsWithNewOne } from '../subgraphs/credit/timeline/departmentsWithNewOne.ts';

const UNIT = '91350100705362917E';

const REGISTER = 'mutation ($input: EnterpriseInput!) { enterpriseCreate(input: $input) { errors { field message } } }';
const ENTER = `mutation ($input: AbnormalListingInput!) {
  abnormalListingCreate(input: $input) { id errors { field message } }
}`;
const TIMELINE = `query ($uscc: USCC!) { enterprise(uscc: $uscc) { timeline {
  totalCount
  nodes { factType department { title } fact {
    __typename id decidedOn subject { uscc } record { state revision }
    ... on AbnormalListing { listingDocNo }
    ... on Notice { number }
  } }
} } }`;

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity({ departments: await departmentsWithNewOne(), clock: () => NOW });
  const input = {
    ...{ uscc: UNIT, name: '某企业', status: 'IN_BUSINESS', establishedOn: '2001-05-06' },
    registrationAuthority: '某市场监督管理局',
  };
  const { data } = await city.ask(REGISTER, { input }, 'registry');
  expect(data?.['enterpriseCreate']).toEqual({ errors: [] });
});
afterAll(() => city.stop());

async function timeline(holder?: string): Promise<unknown> {
  const { data, errors } = await city.ask(TIMELINE, { uscc: UNIT }, holder);
  expect(errors).toBeUndefined();
  return (data?.['enterprise'] as { readonly timeline: unknown } | null)?.timeline;
}

it('facts of departments that the credit office never heard of join its timeline and resolve in their own', async () => {
  const input = {
    subjectUscc: UNIT,
    subjectName: '某企业',
    reason: 'ANNUAL_REPORT_NOT_FILED',
    listedOn: '2026-06-02',
    listingAuthority: '某市场监管局',
    listingDocNo: '列入1号',
  };
  const { data } = await city.ask(ENTER, { input }, 'registry');
  expect(data?.['abnormalListingCreate']).toMatchObject({ errors: [] });
  const notices = `统一社会信用代码,编号,日期\n${UNIT},通1,2026-06-01\n${UNIT},通2,2026-06-03\n`;
  expect((await city.send('/imports/toy.notices?name=n.csv', notices, 'toy')).status).toBe(200);
  await city.settled();
  const record = { state: 'ACTIVE', revision: 1 };
  const notice = (number: string, decidedOn: string) => ({
    factType: 'Notice',
    department: { title: '某局' },
    fact: {
      __typename: 'Notice',
      id: expect.any(String) as string,
      ...{ decidedOn, subject: { uscc: UNIT }, record, number },
    },
  });
  expect(await timeline()).toEqual({
    totalCount: 3,
    nodes: [
      notice('通2', '2026-06-03'),
      {
        factType: 'AbnormalListing',
        department: { title: '市场监督管理局' },
        fact: {
          __typename: 'AbnormalListing',
          id: expect.any(String) as string,
          ...{ decidedOn: '2026-06-02', subject: { uscc: UNIT }, record, listingDocNo: '列入1号' },
        },
      },
      notice('通1', '2026-06-01'),
    ],
  });
});

it('a fact that is annulled is gone from the next answer on, before and after the timeline follows', async () => {
  const { data } = await city.ask('{ abnormalListings { nodes { id } } }');
  const [fact] = (data?.['abnormalListings'] as { nodes: { id: string }[] }).nodes;
  const annul = 'mutation ($id: ID!) { abnormalListingAnnul(id: $id, note: "撤销") { id errors { message } } }';
  await city.ask(annul, { id: fact?.id }, 'registry');
  for (const holder of [undefined, 'registry', 'tax'])
    expect(await timeline(holder)).toMatchObject({ totalCount: 2, nodes: [{}, {}] });
  await city.settled();
  expect(await timeline('registry')).toMatchObject({ totalCount: 2 });
});
