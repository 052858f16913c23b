import { MongoClient } from 'mongodb';
import { NOW } from '../../../kit/department.ts';
import { startTestCity, type TestCity } from '../../../kit/startTestCity.ts';
import { testCodes } from '../../registry/testCodes.ts';
import { createListing, REPORT, registerEnterprise, type Report } from './reportTest.ts';

const CHECK = `query($code: String!) { creditReportCheck(code: $code) { isOurs report {
  reportNo generatedAt requestedBy isSignatureValid keyId digest hasChanged unchanged changed noLongerPublic added
  subject { uscc name }
} } }`;

interface Checked {
  readonly isOurs: boolean;
  readonly report: Readonly<Record<string, unknown>> | null;
}

const codes = testCodes(20);
let city: TestCity;
beforeAll(async () => {
  city = await startTestCity({ clock: () => NOW });
}, 120_000);
afterAll(() => city.stop());

/** A report on an enterprise of the test's own, with two public facts and one that departments share. */
async function issued(department?: string): Promise<{ uscc: string; ids: string[]; report: Report }> {
  const uscc = codes.shift() ?? '';
  const ids = await registerEnterprise(city, uscc, { listings: ['2026-03-01', '2026-03-02'], riskClass: true });
  const { data } = await city.ask(REPORT, { uscc }, department);
  return { uscc, ids, report: data?.['creditReport'] as Report };
}

async function check({ verificationCode: code }: Pick<Report, 'verificationCode'>, department?: string) {
  await city.settled();
  const { data, errors } = await city.ask(CHECK, { code }, department);
  expect(errors).toBeUndefined();
  return data?.['creditReportCheck'] as Checked;
}

async function change(mutation: string, id: string | undefined): Promise<void> {
  const { data, errors } = await city.ask(
    `mutation($id: ID!) { ${mutation} { changed errors { message } } }`,
    { id },
    'registry',
  );
  expect([Object.values(data ?? {}), errors]).toMatchObject([[{ changed: true }], undefined]);
}

const CORRECT = 'abnormalListingCorrect(id: $id, input: { listingDocNo: "榕市监异〔2026〕9号" }, note: "文号有误")';
const ANNUL = 'abnormalListingAnnul(id: $id, note: "列入有误")';
const CORRECT_RISK = 'riskClassCorrect(id: $id, input: { level: D }, note: "重新评定")';

describe('the check of a report', () => {
  it('says that it is ours, and that nothing has changed', async () => {
    const { uscc, report } = await issued();
    expect(await check(report)).toEqual({
      isOurs: true,
      report: {
        reportNo: report.reportNo,
        generatedAt: NOW.toISOString(),
        requestedBy: 'PUBLIC',
        isSignatureValid: true,
        keyId: report.signature.keyId,
        digest: report.digest,
        hasChanged: false,
        ...{ unchanged: 2, changed: 0, noLongerPublic: 0, added: 0 },
        subject: { uscc, name: '福州示例报告有限公司' },
      },
    });
  });

  it.each(['', 'nonsense', '0000-0000-0000-0000-0000-0000-0000', '91350100M000100Y43'])(
    'says that %j is none of ours, and nothing else',
    async (verificationCode) => {
      expect(await check({ verificationCode })).toEqual({ isOurs: false, report: null });
    },
  );

  it('counts what was corrected, what is not public any more, and what came in since', async () => {
    const { uscc, ids, report } = await issued();
    await change(CORRECT, ids[0]);
    expect((await check(report)).report).toMatchObject({
      hasChanged: true,
      unchanged: 1,
      changed: 1,
      noLongerPublic: 0,
    });
    await change(ANNUL, ids[1]);
    await createListing(city, uscc, '2026-04-01');
    expect((await check(report)).report).toMatchObject({
      ...{ hasChanged: true, unchanged: 0, changed: 1, noLongerPublic: 1, added: 1, isSignatureValid: true },
    });
  });

  it('of a department’s report counts for the public what the public sees, and says no more than whether the rest changed', async () => {
    const { ids, report, uscc } = await issued('judiciary');
    expect(report.totalCount).toBe(3);
    expect((await check(report)).report).toMatchObject({ hasChanged: false, unchanged: 2, changed: 0 });
    expect((await check(report, 'judiciary')).report).toMatchObject({ hasChanged: false, unchanged: 3, changed: 0 });

    const { data } = await city.ask(
      'query($uscc: USCC!) { enterprise(uscc: $uscc) { riskClasses { nodes { id } } } }',
      { uscc },
      'registry',
    );
    const { riskClasses } = data?.['enterprise'] as { riskClasses: { nodes: { id: string }[] } };
    await change(CORRECT_RISK, riskClasses.nodes[0]?.id);
    const unseen = { unchanged: 2, changed: 0, noLongerPublic: 0, added: 0 };
    expect((await check(report)).report).toMatchObject({ hasChanged: true, ...unseen });
    expect((await check(report, 'judiciary')).report).toMatchObject({ hasChanged: true, unchanged: 2, changed: 1 });

    await change(ANNUL, ids[0]);
    expect((await check(report)).report).toMatchObject({ hasChanged: true, unchanged: 1, noLongerPublic: 1 });
  });

  it('of the public’s report tells a department of no old fact as if it were new', async () => {
    const { report } = await issued();
    expect((await check(report, 'judiciary')).report).toMatchObject({ hasChanged: false, unchanged: 2, added: 0 });
  });

  it('calls changed what is on its way at this moment', async () => {
    const { ids, report } = await issued();
    await city.settled();
    await change(CORRECT, ids[0]);
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { data } = await city.ask(CHECK, { code: report.verificationCode });
        return (data?.['creditReportCheck'] as Checked).report;
      }),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ unchanged: 1, changed: 1, noLongerPublic: 0, hasChanged: true });
  });

  it('finds a report whose record was tampered with', async () => {
    const { report } = await issued();
    const { uri, prefix } = city.database;
    const client = await new MongoClient(uri).connect();
    await client
      .db(`${prefix}credit`)
      .collection<{ _id: string }>('reports')
      .updateOne({ _id: report.reportNo }, { $set: { digest: '00' } });
    await client.close();
    expect((await check(report)).report).toMatchObject({ isSignatureValid: false });
  });
});
