import type { DraftSubject, FactDraft } from '../data/FactDraft.ts';
import type { SubjectDirectory, SubjectLink } from './SubjectDirectory.ts';

/**
 * Links facts that give no valid code to their enterprises: by organisation code, else by characters 9-17 of a damaged
 * code, else by the exact normalised name where it is unique (design section 7). What finds nothing stays unlinked and is flagged.
 *
 * A natural person is no enterprise, whatever enterprise bears the same name: such facts are left alone and not flagged.
 *
 * @param drafts - one batch, at most 1,000
 * @param directory - the registry
 * @returns the drafts in order
 */
export async function linkSubjects(
  drafts: readonly FactDraft[],
  directory: SubjectDirectory,
): Promise<readonly FactDraft[]> {
  const open = drafts.filter(isOpen).map(({ subject }) => subject);
  if (open.length === 0) return drafts;
  const codes = new Set(
    open.flatMap(({ orgCode, middleCode }) => [orgCode, middleCode].filter((code) => code !== undefined)),
  );
  const names = new Set(open.flatMap(({ name }) => (name === undefined ? [] : [name])));
  const links = await directory.find([...codes].slice(0, MOST), [...names]);
  const found = new Links(links);
  return drafts.map((draft) => (isOpen(draft) ? linked(draft, found.of(draft.subject)) : draft));
}

function isOpen({ subject }: FactDraft): boolean {
  return subject.uscc === undefined && subject.category !== 'NATURAL_PERSON';
}

/** Most codes asked for at once: a batch has at most two a row, and rows with both are rare. */
const MOST = 1000;

function linked(draft: FactDraft, link: Pick<DraftSubject, 'uscc' | 'linkedBy'> | undefined): FactDraft {
  if (link === undefined) return { ...draft, flags: [...draft.flags, 'SUBJECT_UNLINKED'].sort() as FactDraft['flags'] };
  return { ...draft, subject: { ...draft.subject, ...link } };
}

class Links {
  readonly #byCode = new Map<string, string>();
  readonly #byName = new Map<string, string>();

  constructor(links: readonly SubjectLink[]) {
    for (const { orgCode, name, uscc } of links) {
      if (orgCode !== null) this.#byCode.set(orgCode, uscc);
      if (name !== null) this.#byName.set(name, uscc);
    }
  }

  of({ orgCode, middleCode, name }: DraftSubject): Pick<DraftSubject, 'uscc' | 'linkedBy'> | undefined {
    const byOrgCode = this.#byCode.get(orgCode ?? '');
    if (byOrgCode !== undefined) return { uscc: byOrgCode, linkedBy: 'ORG_CODE' };
    const byMiddle = this.#byCode.get(middleCode ?? '');
    if (byMiddle !== undefined) return { uscc: byMiddle, linkedBy: 'USCC_MIDDLE' };
    const byName = this.#byName.get(name ?? '');
    return byName === undefined ? undefined : { uscc: byName, linkedBy: 'NAME' };
  }
}
