import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, entered, ENTERPRISE, ID_NUMBER, openDisclosure, PERMIT, STAFF, write } from './openDisclosure.ts';

const READ = `query ($id: ID!) {
  permit(id: $id) { docNo validity state isLongTerm category categoryNote publicationStatus record { disputed usageScope publicity { from until } } }
}`;

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

async function read(
  id: string,
  request: Parameters<TestDepartment['ask']>[2] = {},
): Promise<Record<string, unknown> | null> {
  const { data, errors } = await office.ask(READ, { id }, request);
  expect(errors).toBeUndefined();
  return (data as { permit: Record<string, unknown> | null }).permit;
}

describe('a permit', () => {
  it('stands under its enterprise, public without an end', async () => {
    const id = await entered(office, 'permit', { validTo: '2099-12-31' });
    const { data, errors } = await office.ask(
      `query ($uscc: USCC!) { _entities(representations: [{ __typename: "Enterprise", uscc: $uscc }]) { ... on Enterprise {
        permits { totalCount nodes { id subject { uscc } docName docNo content validFrom validTo isLongTerm validity authority legalRep } } } } }`,
      { uscc: ENTERPRISE },
      { now: new Date('2080-01-01T00:00:00Z') },
    );
    expect(errors).toBeUndefined();
    const { docName, docNo, content, validFrom, authority, legalRep } = PERMIT;
    const own = { docName, docNo, content, validFrom, authority, legalRep };
    const node = {
      ...own,
      id,
      subject: { uscc: ENTERPRISE },
      validTo: '2099-12-31',
      isLongTerm: true,
      validity: 'VALID',
    };
    expect(data?.['_entities']).toEqual([{ permits: { totalCount: 1, nodes: [node] } }]);
  });

  it('stays public when it is no longer valid, and says so', async () => {
    const id = await entered(office, 'permit', { state: 'INVALID' });
    expect(await read(id)).toMatchObject({ validity: 'INVALID', isLongTerm: false });
  });

  it('takes the objection mark of a city template, and loses it only where that template says normal', async () => {
    const id = await entered(office, 'permit', { state: 'DISPUTED' });
    expect(await read(id)).toMatchObject({ validity: 'VALID', record: { disputed: true } });
    await write(office, 'permitCorrect', { id, input: { state: 'VALID' }, note: '国家模板' });
    expect(await read(id)).toMatchObject({ validity: 'VALID', record: { disputed: true } });
    await write(office, 'permitCorrect', { id, input: { state: 'NORMAL' }, note: '异议已处理' });
    expect(await read(id)).toMatchObject({ validity: 'VALID', record: { disputed: false } });
  });

  it('of a natural person is seen by nobody but its own office', async () => {
    const person = { subjectUscc: null, subjectName: '张三丰', subjectCategory: 'NATURAL_PERSON', legalRep: null };
    const id = await entered(office, 'permit', { ...person, partyIdType: '身份证', partyIdNo: ID_NUMBER });
    for (const caller of [ANONYMOUS, staffOf('registry')]) expect(await read(id, { caller })).toBeNull();
    expect(await read(id, { caller: STAFF })).toMatchObject({ record: { usageScope: 'AUTHORISED_QUERY' } });
  });

  it('is corrected and annulled by its office, and by nobody else', async () => {
    const id = await entered(office, 'permit');
    const before = await documentsIn(office);
    for (const caller of [ANONYMOUS, staffOf('registry')]) {
      const denied = await write(office, 'permitCorrect', { id, input: { content: '改' }, note: '改' }, { caller });
      expect(denied).toEqual({ result: null, codes: ['FORBIDDEN'] });
      const refused = await write(office, 'permitAnnul', { id, note: '删' }, { caller });
      expect(refused).toEqual({ result: null, codes: ['FORBIDDEN'] });
    }
    expect(await documentsIn(office)).toEqual(before);
    const stale = await write(office, 'permitCorrect', {
      id,
      input: { content: '改' },
      note: '改',
      expectedRevision: 7,
    });
    expect(stale.codes).toEqual(['REVISION_CONFLICT']);
    expect((await write(office, 'permitAnnul', { id, note: '撤销' })).result).toMatchObject({
      revision: 2,
      changed: true,
    });
    expect(await read(id)).toBeNull();
    expect(await documentsIn(office)).toMatchObject({ permits: 1, permits_revisions: 1, outbox: 2 });
  });

  it('is found by number, authority, kind and day', async () => {
    await entered(office, 'permit');
    await entered(office, 'permit', {
      docNo: '二',
      category: 'REGISTRATION',
      authority: '福州市审批局',
      decidedOn: '2026-05-01',
    });
    const found = async (filter: object) => {
      const { data } = await office.ask(
        `query ($filter: PermitFilter) { permits(filter: $filter) { nodes { docNo } } }`,
        { filter },
      );
      return (data as { permits: { nodes: { docNo: string }[] } }).permits.nodes.map(({ docNo }) => docNo);
    };
    expect(await found({})).toEqual([PERMIT.docNo, '二']);
    expect(await found({ docNo: '二' })).toEqual(['二']);
    expect(await found({ authority: PERMIT.authority })).toEqual([PERMIT.docNo]);
    expect(await found({ category: 'REGISTRATION' })).toEqual(['二']);
    expect(await found({ decidedFrom: '2026-05-02' })).toEqual([PERMIT.docNo]);
    expect(await found({ decidedTo: '2026-05-01' })).toEqual(['二']);
  });
});
