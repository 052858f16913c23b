import type { DraftSubject, FactDraft } from '../../../src/data/FactDraft.ts';
import { linkSubjects } from '../../../src/ingest/linkSubjects.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';

const UNIT = '91350100705362917E';

/** Knows one enterprise by its organisation code and by a name that a person may bear as well. */
const directory: SubjectDirectory = {
  find: (orgCodes, names) =>
    Promise.resolve([
      ...orgCodes.filter((code) => code === '705362917').map((orgCode) => ({ orgCode, name: null, uscc: UNIT })),
      ...names.filter((name) => name === '林阿妹').map((name) => ({ orgCode: null, name, uscc: UNIT })),
    ]),
};

async function link(subject: DraftSubject): Promise<FactDraft | undefined> {
  const draft: FactDraft = { id: 'x', subject, values: {}, provider: {}, usageScope: 'PUBLIC', flags: [] };
  const [linked] = await linkSubjects([draft], directory);
  return linked;
}

describe('linkSubjects', () => {
  it.each([
    [{ name: '甲', orgCode: '705362917' }, 'ORG_CODE'],
    [{ name: '甲', middleCode: '705362917' }, 'USCC_MIDDLE'],
    [{ name: '林阿妹' }, 'NAME'],
  ])('links %j by %s', async (subject, linkedBy) => {
    expect(await link(subject)).toMatchObject({ subject: { ...subject, uscc: UNIT, linkedBy }, flags: [] });
  });

  it('flags what it can not link', async () => {
    expect(await link({ name: '乙' })).toMatchObject({ subject: { name: '乙' }, flags: ['SUBJECT_UNLINKED'] });
  });

  it('never links a natural person to an enterprise of the same name', async () => {
    const person = { name: '林阿妹', category: 'NATURAL_PERSON' };
    expect(await link(person)).toMatchObject({ subject: person, flags: [] });
    expect((await link(person))?.subject.uscc).toBeUndefined();
  });

  it('asks for every code and name of a batch, never for more than a directory takes at once', async () => {
    const asked: (readonly [number, number])[] = [];
    const limited: SubjectDirectory = {
      find: (orgCodes, names) => {
        asked.push([orgCodes.length, names.length]);
        return Promise.resolve([
          ...orgCodes.map((orgCode) => ({ orgCode, name: null, uscc: `${orgCode}-${UNIT}` })),
          ...names.map((name) => ({ orgCode: null, name, uscc: `${name}-${UNIT}` })),
        ]);
      },
    };
    const drafts = Array.from({ length: 2500 }, (_, at): FactDraft => {
      const subject = at < 1200 ? { orgCode: `O${at}`, middleCode: `M${at}`, name: '甲' } : { name: `N${at}` };
      return { id: String(at), subject, values: {}, provider: {}, usageScope: 'PUBLIC', flags: [] };
    });
    const linked = await linkSubjects(drafts, limited);
    expect(asked).toEqual([
      [1000, 1000],
      [1000, 301],
      [400, 0],
    ]);
    expect(linked.map(({ subject: { uscc } }) => uscc)).toEqual(
      drafts.map(({ subject: { orgCode, name } }) => `${orgCode ?? name ?? ''}-${UNIT}`),
    );
  });
});
