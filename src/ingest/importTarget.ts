import { columnsOf } from '../data/envelopeFields.ts';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { maskFreeText } from '../values/masks.ts';
import { visibleText } from '../values/visibleText.ts';
import type { ImportTarget } from './importRows.ts';
import type { LinkRule } from './LinkRule.ts';
import type { Layout } from './layRows.ts';
import type { SourceProfile } from './source/SourceProfile.ts';
import type { SubjectDirectory } from './SubjectDirectory.ts';

/** Where rows are imported, by whom and when. */
export interface Importing {
  readonly database: DepartmentDatabase;
  readonly collection: FactCollection;
  readonly directory: SubjectDirectory;
  /** From which likeness of names on facts are linked; {@link LINK_RULE} unless given. */
  readonly linkRule?: LinkRule | undefined;
  /** As `name@department`. */
  readonly operator: string;
  readonly now: Date;
}

/** The file that rows come from, and how its columns are read. */
export interface ImportedFile {
  readonly batch: string;
  readonly file: string;
  readonly profile: SourceProfile | undefined;
  /** Names of the columns as the file has them; may grow while it is read. */
  readonly header: readonly string[];
  readonly layout: Layout;
}

/**
 * Says where the rows of a file go and what is known of all of them; rows that come out of quarantine go the same way.
 * The file's name is shown to everybody as the source of its facts, so citizens' numbers and mobile numbers in it are masked.
 *
 * @param importing - where, by whom and when
 * @param source - the file
 */
export function importTarget(
  { database, collection, directory, linkRule, operator, now }: Importing,
  { batch, file, profile, header, layout }: ImportedFile,
): ImportTarget {
  const source = profile?.name ?? null;
  const shownFile = maskFreeText(visibleText(file));
  return {
    database,
    collection,
    directory,
    linkRule,
    origin: { batch, source: source ?? shownFile, operator, receivedAt: now },
    setting: {
      today: todayInShanghai(now),
      neverHas: new Set(profile?.neverHas),
      provider: providerOf(profile),
      flags: [],
    },
    file: shownFile,
    source,
    columnOf: columnNamer(header, layout, collection),
  };
}

/** The provider of rows that name none: the profile's, else nobody is claimed. */
function providerOf(profile: SourceProfile | undefined): { readonly name?: string; readonly uscc?: string } {
  const { name, uscc } = profile?.provider ?? {};
  return { ...(name === undefined ? {} : { name }), ...(uscc === undefined ? {} : { uscc }) };
}

function columnNamer(header: readonly string[], layout: Layout, collection: FactCollection): (field: string) => string {
  const titles = new Map(columnsOf(collection).map(([name, { title }]) => [name, title]));
  return (field) => header[layout.columns.indexOf(field)] ?? titles.get(field) ?? field;
}
