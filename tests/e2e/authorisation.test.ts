import { PRICE_ONLY_HEADER } from '../../gateway/limits/budget/budgetHeaders.ts';
import { NOW } from '../kit/department.ts';
import { doorPath } from '../kit/doorPath.ts';
import {
  codesOf,
  FACTS,
  GIVER,
  GRANT,
  INPUT,
  OTHER,
  PURPOSE,
  startGrantCity,
  type GrantCity,
  type Headers,
} from '../kit/startGrantCity.ts';
import type { CityReply, TestCity } from '../kit/startTestCity.ts';

const REVOKE = 'mutation ($number: ID!) { authorisationRevoke(number: $number) { authorisation { status } } }';
const LIST = '{ authorisations { totalCount nodes { number } } }';
const ONE = 'query ($number: ID!) { authorisation(number: $number) { status used } }';
const COSTLY = 'enterprises(first: 100) { nodes { commitments(first: 100) { nodes { content } } } }';

describe('what an enterprise lets others see', () => {
  let stage: GrantCity;
  let city: TestCity;
  let bank: Headers;
  let rival: Headers;
  beforeAll(async () => {
    stage = await startGrantCity();
    ({ city, bank, rival } = stage);
  }, 240_000);
  afterAll(() => city.stop());
  beforeEach(() => {
    stage.now = NOW;
  });

  const agency: GrantCity['agency'] = (...asked) => stage.agency(...asked);
  const give: GrantCity['give'] = (input) => stage.give(input);
  const usesOf: GrantCity['usesOf'] = (number) => stage.usesOf(number);
  const placesOf: GrantCity['placesOf'] = (reply, uscc) => stage.placesOf(reply, uscc);
  const about: GrantCity['about'] = (uscc) => stage.about(uscc);
  const send: GrantCity['send'] = (...asked) => stage.send(...asked);
  const department = async (name: string, headers: Headers, query: string, variables?: object): Promise<CityReply> =>
    send(doorPath('INTERNAL'), { ...headers, authorization: await city.bearer(name) }, query, variables);
  const using = (number: string, headers: Headers = bank): Headers => ({
    ...{ ...headers, ...PURPOSE, 'x-authorisation': number },
  });

  it('is seen by itself and the office that keeps it, and by nobody else without its authorisation', async () => {
    const seen = async (path: string, headers: Headers): Promise<number> =>
      placesOf(await send(path, headers, FACTS, about(GIVER)), GIVER);
    const token = async (holder: Parameters<TestCity['bearer']>[0]) => ({ authorization: await city.bearer(holder) });
    expect(await seen(doorPath('SUBJECT'), await token({ enterprise: GIVER }))).toBe(4);
    expect(await seen(doorPath('INTERNAL'), await token('credit'))).toBe(4);
    expect(await seen(doorPath('INTERNAL'), await token('registry'))).toBe(0);
    expect(await seen(doorPath('SUBJECT'), await token({ enterprise: OTHER }))).toBe(0);
    expect(await seen(doorPath('AGENCY'), { ...bank, ...PURPOSE })).toBe(0);
    expect(await seen(doorPath('OPEN'), {})).toBe(0);
  });

  it('is seen by exactly one of fifty operations that ask at once by an authorisation for one', async () => {
    const number = await give();
    const replies = await Promise.all(Array.from({ length: 50 }, () => agency(using(number), FACTS, about(GIVER))));
    const seeing = replies.filter((reply) => codesOf(reply).length === 0);
    expect(seeing.map((reply) => placesOf(reply, GIVER))).toEqual([4]);
    const others = replies.filter((reply) => !seeing.includes(reply));
    expect(others.map(codesOf)).toEqual(Array.from({ length: 49 }, () => ['AUTHORISATION_SPENT']));
    expect(others.every(({ data }) => data === undefined)).toBe(true);
    expect(await usesOf(number)).toEqual({ status: 'SPENT', used: 1 });
  });

  it('is seen again and again by one for many, until it is taken back', async () => {
    const number = await give({ usage: 'MANY' });
    for (const used of [1, 2]) {
      expect(placesOf(await agency(using(number), FACTS, about(GIVER)))).toBe(4);
      expect(await usesOf(number)).toEqual({ status: 'ACTIVE', used });
    }
    const stranger = await city.ask(REVOKE, { number }, { enterprise: OTHER });
    expect(codesOf(stranger)).toEqual(['AUTHORISATION_UNKNOWN']);
    for (const status of ['REVOKED', 'REVOKED'])
      expect((await city.ask(REVOKE, { number }, { enterprise: GIVER })).data?.['authorisationRevoke']).toEqual({
        authorisation: { status },
      });
    expect(codesOf(await agency(using(number), FACTS, about(GIVER)))).toEqual(['AUTHORISATION_REVOKED']);
    expect(await usesOf(number)).toEqual({ status: 'REVOKED', used: 2 });
  });

  it('is seen on the days of an authorisation, both ends included, and on no other', async () => {
    const number = await give({ usage: 'MANY', from: '2026-06-20', until: '2026-06-21' });
    const on = async (instant: string): Promise<unknown> => {
      stage.now = new Date(instant);
      const reply = await agency(using(number), FACTS, about(GIVER));
      return codesOf(reply)[0] ?? placesOf(reply, GIVER);
    };
    expect(await on('2026-06-19T15:59:59Z')).toBe('AUTHORISATION_PENDING');
    expect(await on('2026-06-19T16:00:00Z')).toBe(4);
    expect(await on('2026-06-21T15:59:59Z')).toBe(4);
    expect(await on('2026-06-21T16:00:00Z')).toBe('AUTHORISATION_EXPIRED');
  });

  it('is seen by no other querier, for no other purpose, and of no other enterprise or type', async () => {
    const number = await give({ usage: 'MANY' });
    const code = async (headers: Headers, uscc: string = GIVER): Promise<unknown> => {
      const reply = await agency(headers, FACTS, about(uscc));
      return codesOf(reply)[0] ?? placesOf(reply, uscc);
    };
    expect(await code(using(number, rival))).toBe('AUTHORISATION_UNKNOWN');
    expect(await code(using('SQ20260615-00000000000000000000'))).toBe('AUTHORISATION_UNKNOWN');
    expect(await code({ ...using(number), 'x-purpose': 'POST_LOAN' })).toBe('AUTHORISATION_PURPOSE_DIFFERS');
    expect(await code({ ...using(number), 'x-purpose': 'curiosity' })).toBe('PURPOSE_UNKNOWN');
    expect(await code({ ...bank, 'x-authorisation': number })).toBe('PURPOSE_REQUIRED');
    expect(await usesOf(number)).toEqual({ status: 'ACTIVE', used: 0 });
    expect(await code(using(number), OTHER)).toBe(0);
    expect(await usesOf(number)).toEqual({ status: 'ACTIVE', used: 1 });
    expect(await code(using(await give({ factTypes: ['Judgment'] })))).toBe(0);
    const own = { authorization: await city.bearer({ enterprise: OTHER }) };
    const subject = await send(doorPath('SUBJECT'), { ...using(number, own) }, FACTS, about(GIVER));
    expect(codesOf(subject)).toEqual(['AUTHORISATION_UNKNOWN']);
    const open = await send(doorPath('OPEN'), using(number), FACTS, about(GIVER));
    expect(codesOf(open)).toEqual(['AUTHORISATION_UNKNOWN']);
  });

  it('is seen by a department that is named, with its purpose, and by no other department', async () => {
    const input = { querierUscc: null, querierDepartment: 'registry', purpose: 'LICENSING', usage: 'MANY' };
    const number = await give(input);
    const ask = (name: string, headers: Headers) => department(name, headers, FACTS, about(GIVER));
    const licensing = { 'x-purpose': 'LICENSING', 'x-authorisation': number };
    expect(placesOf(await ask('registry', licensing))).toBe(4);
    expect(codesOf(await ask('registry', { 'x-authorisation': number }))).toEqual(['PURPOSE_REQUIRED']);
    expect(codesOf(await ask('judiciary', licensing))).toEqual(['AUTHORISATION_UNKNOWN']);
    expect(codesOf(await agency({ ...bank, ...licensing }, FACTS, about(GIVER)))).toEqual(['AUTHORISATION_UNKNOWN']);
    expect(placesOf(await ask('registry', { 'x-purpose': 'LICENSING' }))).toBe(0);
  });

  it('is not spent by what is refused before it is executed, priced only, or about the graph itself', async () => {
    const number = await give();
    const headers = using(number);
    const costly = Array.from({ length: 40 }, (_, at) => `a${at}: ${COSTLY}`).join(' ');
    const skipped = `{ enterprise(uscc: "${GIVER}") @skip(if: true) { name } }`;
    for (const query of ['{ enterprise', '{ nothing }', FACTS, `{ ${costly} }`]) {
      const reply = await agency(headers, query);
      expect([codesOf(reply).length, reply.data]).toEqual([expect.any(Number), undefined]);
    }
    await agency({ ...headers, [PRICE_ONLY_HEADER]: '1' }, FACTS, about(GIVER));
    expect((await agency(headers, skipped)).data).toEqual({});
    expect(
      (await agency(headers, '{ __typename ...S } fragment S on Query { __schema { queryType { name } } }')).data,
    ).toBeDefined();
    expect(placesOf(await agency(headers, FACTS, about(GIVER)))).toBe(4);
    expect(await usesOf(number)).toEqual({ status: 'SPENT', used: 1 });
  });

  it('is printed in a report that names an authorisation, and no agency has a report without its purpose', async () => {
    const number = await give();
    const print = async (headers: Headers): Promise<readonly unknown[]> => {
      const reply = await fetch(`${city.url}/reports/${GIVER}.pdf`, { headers });
      const isPdf = reply.headers.get('content-type') === 'application/pdf';
      if (isPdf) await reply.arrayBuffer();
      return [reply.status, ...(isPdf ? [] : codesOf((await reply.json()) as CityReply))];
    };
    expect(await print(bank)).toEqual([400, 'PURPOSE_REQUIRED']);
    expect(await print(using(number, rival))).toEqual([403, 'AUTHORISATION_UNKNOWN']);
    expect(await print(using(number))).toEqual([200]);
    expect(await usesOf(number)).toEqual({ status: 'SPENT', used: 1 });
    expect(await print(using(number))).toEqual([403, 'AUTHORISATION_SPENT']);
    for (const path of ['/verify?code=x', '/reconcile/suggest/entity?prefix=x'])
      expect((await fetch(city.url + path, { headers: bank })).status).toBe(400);
  });

  it('is seen field by field by an authorisation of single fields, and in no view that tells more of it', async () => {
    const number = await give({ usage: 'MANY', fields: ['Commitment.content'] });
    const { id, uscc } = about(GIVER);
    const row = '{ id content reason decidedOn record { subjectName } }';
    const query = `query ($id: ID!, $uscc: USCC!) {
      commitment(id: $id) ${row} commitments(first: 100) { totalCount nodes ${row} }
      enterprise(uscc: $uscc) { commitments { totalCount nodes ${row} } timeline { totalCount } }
      changes { nodes { factRef } }
    }`;
    const reply = await agency(using(number), query, { id, uscc });
    const told = { id, content: '承诺内容', reason: null, decidedOn: expect.anything() as unknown, record: null };
    expect(reply.data).toEqual({
      commitment: told,
      commitments: { totalCount: 1, nodes: [told] },
      enterprise: { commitments: { totalCount: 1, nodes: [told] }, timeline: { totalCount: 0 } },
      changes: { nodes: [] },
    });
    expect(new Set(codesOf(reply))).toEqual(new Set(['FORBIDDEN']));
    const coordinates = reply.errors?.map(({ message }) => /Commitment\.\w+/.exec(message)?.[0]);
    expect(new Set(coordinates)).toEqual(new Set(['Commitment.reason', 'Commitment.record']));
    // What is not granted can not be guessed by searching for it either.
    const narrowed = '{ commitments(filter: { kind: VOLUNTARY }) { totalCount } }';
    expect((await agency(using(number), narrowed)).data).toEqual({ commitments: { totalCount: 0 } });
    const whole = await give({ usage: 'MANY' });
    expect((await agency(using(whole), narrowed)).data).toEqual({ commitments: { totalCount: 1 } });
  });

  it('is seen with what another department adds to it where that is named, and without the rest', async () => {
    const seen = async (...fields: readonly string[]): Promise<readonly unknown[]> => {
      const number = await give({ usage: 'MANY', fields });
      const query = 'query ($id: ID!) { commitment(id: $id) { finding inspector } }';
      const { data, errors = [] } = await agency(using(number), query, about(GIVER));
      return [data?.['commitment'], ...errors.map(({ message }) => /Commitment\.\w+/.exec(message)?.[0])];
    };
    const [finding, inspector] = ['Commitment.finding', 'Commitment.inspector'];
    expect(await seen(finding, inspector)).toEqual([{ finding: '核查属实', inspector: '甲' }]);
    expect(await seen(finding)).toEqual([{ finding: '核查属实', inspector: null }, inspector]);
    expect(await seen('Commitment.content')).toEqual([{ finding: null, inspector: null }, finding, inspector]);
  });

  it('needs a purpose of every query of an agency, but for what is about the graph itself', async () => {
    expect(codesOf(await agency(bank, LIST))).toEqual(['PURPOSE_REQUIRED']);
    expect(codesOf(await agency({ ...bank, ...PURPOSE }, LIST))).toEqual([]);
    expect(codesOf(await agency(bank, '{ __schema { queryType { name } } __typename }'))).toEqual([]);
    expect(codesOf(await agency(bank, '{ __typename authorisations { totalCount } }'))).toEqual(['PURPOSE_REQUIRED']);
    const [error] = (await agency(bank, LIST)).errors ?? [];
    expect(error?.message).toContain('CREDIT_GRANTING');
    expect(codesOf(await department('registry', {}, LIST))).toEqual([]);
  });

  it('is told in lists to those who gave or may use it, and to the financial office', async () => {
    const number = await give();
    const numbers = (reply: CityReply): string[] => listedBy(reply).nodes.map((row) => row.number);
    const asked = async (reply: Promise<CityReply>) => numbers(await reply).includes(number);
    expect(await asked(city.ask(LIST, {}, { enterprise: GIVER }))).toBe(true);
    expect(await asked(agency({ ...bank, ...PURPOSE }, LIST))).toBe(true);
    expect(await asked(city.ask(LIST, {}, 'finance'))).toBe(true);
    expect(numbers(await city.ask(LIST, {}, { enterprise: OTHER }))).toEqual([]);
    expect(numbers(await agency({ ...rival, ...PURPOSE }, LIST))).toEqual([]);
    expect(numbers(await city.ask(LIST, {}, 'judiciary'))).toEqual([]);
    expect((await agency({ ...rival, ...PURPOSE }, ONE, { number })).data).toEqual({ authorisation: null });
  });

  it('is let by nobody but the enterprise itself, and spent by nobody but the gateway', async () => {
    const before = listedBy(await city.ask(LIST, {}, 'finance')).totalCount;
    for (const holder of ['finance', 'credit', 'registry'])
      expect(codesOf(await city.ask(GRANT, { input: INPUT }, holder))).toEqual(['FORBIDDEN']);
    const spend =
      'mutation ($n: ID!) { authorisationSpend(number: $n, purpose: CREDIT_GRANTING, organisation: "x") { subject } }';
    const number = await give();
    for (const holder of ['finance', 'credit', { enterprise: GIVER }])
      expect((await city.ask(spend, { n: number }, holder)).errors).toHaveLength(1);
    expect(await usesOf(number)).toEqual({ status: 'ACTIVE', used: 0 });
    expect(listedBy(await city.ask(LIST, {}, 'finance')).totalCount).toBe(before + 1);
  });
});

function listedBy({ data }: CityReply) {
  return data?.['authorisations'] as { readonly totalCount: number; readonly nodes: readonly { number: string }[] };
}
