import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet, decodeJwt, type JSONWebKeySet } from 'jose';
import { NOW } from '../../../kit/department.ts';
import { startTestCity, type TestCity } from '../../../kit/startTestCity.ts';
import { testCodes } from '../../registry/testCodes.ts';
import { REPORT, registerEnterprise, type Report } from './reportTest.ts';

const [UNIT = '', BARE = '', UNKNOWN = ''] = testCodes(3);

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity({ clock: () => NOW });
  await registerEnterprise(city, UNIT, { listings: ['2026-03-01', '2026-03-02'], riskClass: true });
  await registerEnterprise(city, BARE, {});
  await city.settled();
}, 120_000);
afterAll(() => city.stop());

async function issue(uscc: string, department?: string): Promise<Report> {
  const { data, errors } = await city.ask(REPORT, { uscc }, department);
  expect(errors).toBeUndefined();
  return data?.['creditReport'] as Report;
}

const entriesOf = (report: Report) => report.sections.flatMap(({ entries }) => entries);

describe('a credit report', () => {
  it('holds the facts that the caller may see, in sections with counts, with their source and as facts of their owner', async () => {
    const report = await issue(UNIT);
    expect(report).toMatchObject({
      reportNo: expect.stringMatching(/^CR20260615(-[0-9A-Z]{4}){3}$/) as string,
      verificationCode: expect.stringMatching(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/) as string,
      generatedAt: NOW.toISOString(),
      requestedBy: 'PUBLIC',
      subject: { uscc: UNIT, name: '福州示例报告有限公司' },
      totalCount: 2,
      isComplete: true,
    });
    expect(report.ledgerPosition).toBeGreaterThan(0);
    const filled = report.sections.filter(({ count }) => count > 0);
    expect(filled).toMatchObject([{ kind: 'ABNORMAL', count: 2, positive: 0, neutral: 0, negative: 2 }]);
    expect(report.sections).toHaveLength(11);
    expect(entriesOf(report)).toMatchObject(
      ['2026-03-02', '2026-03-01'].map((decidedOn) => ({
        title: expect.stringContaining('福州市市场监督管理局') as string,
        decidedOn,
        department: { name: 'registry', title: '市场监督管理局' },
        polarity: 'NEGATIVE',
        disputed: false,
        revision: 1,
        fact: { __typename: 'AbnormalListing', decidedOn },
      })),
    );
  });

  it('made by the public never holds what a department sees', async () => {
    const [open, internal] = [await issue(UNIT), await issue(UNIT, 'judiciary')];
    expect(internal.requestedBy).toBe('DEPARTMENT');
    expect(entriesOf(internal).map(({ fact }) => fact?.__typename)).toContain('RiskClass');
    expect(internal.totalCount).toBe(3);
    expect(JSON.stringify(open)).not.toContain('信用风险');
    expect(open.content).not.toContain('RiskClass');
  });

  it('names no person and no department in what others read of it', async () => {
    const { content, signature } = await issue(UNIT, 'judiciary');
    expect(content + signature.jws + JSON.stringify(decodeJwt(signature.jws))).not.toMatch(/tester|judiciary/);
  });

  it('is another one each time', async () => {
    const [one, other] = [await issue(UNIT), await issue(UNIT)];
    expect(one.reportNo).not.toBe(other.reportNo);
    expect(one.verificationCode).not.toBe(other.verificationCode);
  });

  it('of an enterprise without facts has all sections, and nothing in them', async () => {
    const report = await issue(BARE);
    expect(report).toMatchObject({ totalCount: 0, isComplete: true });
    expect(report.sections.map(({ count, entries }) => [count, entries])).toEqual(Array(11).fill([0, []]));
  });

  it('of an enterprise that the registry does not know is not issued', async () => {
    expect(await city.ask(REPORT, { uscc: UNKNOWN })).toEqual({ data: { creditReport: null } });
  });

  it('is signed: the published keys verify its digest, and that of nothing else', async () => {
    const { content, digest, signature, reportNo } = await issue(UNIT);
    expect(createHash('sha256').update(content).digest('hex')).toBe(digest);
    const keys = (await (await fetch(`${city.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
    const { payload, protectedHeader } = await compactVerify(signature.jws, createLocalJWKSet(keys));
    expect(protectedHeader.kid).toBe(signature.keyId);
    const said = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
    expect(said).toEqual({ reportNo, uscc: UNIT, generatedAt: NOW.toISOString(), facts: 2, digest });

    const [head = '', , tail = ''] = signature.jws.split('.');
    const changed = createHash('sha256').update(content.replace('2026-03-01', '2026-03-03')).digest('hex');
    const body = Buffer.from(JSON.stringify({ ...said, digest: changed })).toString('base64url');
    await expect(compactVerify(`${head}.${body}.${tail}`, createLocalJWKSet(keys))).rejects.toThrow(
      'signature verification failed',
    );
  });

  it('tells of a change that was made a moment ago, and does not go without the fact', async () => {
    const uscc = testCodes(4)[3] ?? '';
    const [id = ''] = await registerEnterprise(city, uscc, { listings: ['2026-02-01'] });
    const reports = await Promise.all(Array.from({ length: 5 }, () => issue(uscc)));
    expect(reports.map(entriesOf)).toMatchObject(Array(5).fill([{ id, decidedOn: '2026-02-01' }]));
  });
});
