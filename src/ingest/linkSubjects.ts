import type { DraftSubject, FactDraft } from '../data/FactDraft.ts';
import type { SubjectDirectory, SubjectLink } from './SubjectDirectory.ts';

/**
 * Links facts that give no valid code to their enterprises: by organisation code, else by characters 9-17 of a damaged
 * code, else by the exact normalised name where it is unique (design section 7). What finds nothing stays unlinked and is flagged.
 *
 * A natural person is no enterprise, whatever enterprise bears the same name: such facts are left alone and not flagged.
 *
 * @param drafts - one batch; the registry is asked as often as its codes and names need
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
  const found = new Links(await findAll(directory, [...codes], [...names]));
  return drafts.map((draft) => (isOpen(draft) ? linked(draft, found.of(draft.subject)) : draft));
}

function isOpen({ subject }: FactDraft): boolean {
  return subject.uscc === undefined && subject.category !== 'NATURAL_PERSON';
}

/** Most codes, and most names, that a directory is asked for at once; a row may have two codes. */
const MOST = 1000;

async function findAll(
  directory: SubjectDirectory,
  codes: readonly string[],
  names: readonly string[],
): Promise<readonly SubjectLink[]> {
  const links: SubjectLink[] = [];
  for (let at = 0; at < Math.max(codes.length, names.length); at += MOST) {
    links.push(...(await directory.find(codes.slice(at, at + MOST), names.slice(at, at + MOST))));
  }
  return links;
}

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
