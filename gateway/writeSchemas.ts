import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { todayInShanghai, type LocalDate } from '../src/values/localDate.ts';
import type { SubgraphSource } from './compose.ts';
import { announcedBreaks } from './doors/announcedBreaks.ts';
import { withChanges } from './doors/changelog.ts';
import { composeContracts, type Contracts } from './doors/composeContracts.ts';
import { contractChanges } from './doors/contractChanges.ts';
import { DOORS } from './doors/Door.ts';
import { refuseBreaks, type DoorChanges } from './doors/refuseBreaks.ts';
import { filesOf } from './keptGraph.ts';

/** A composed file and what became of it. */
export interface SchemaFile {
  /** Absolute path. */
  readonly path: string;
  /** Whether the file on disk differs, or differed, from what was composed now. */
  readonly changed: boolean;
}

/** Where composed schemas are kept, and how. */
export interface SchemaFolders {
  /** Folder of the composed files, and of `breaking.yaml`. */
  readonly folder: string;
  /** Folder of the changelogs, one for each door. */
  readonly changelogs: string;
  /** Folder of the contracts that callers rely on, such as those of the last release; the composed files' own unless given. */
  readonly against?: string | undefined;
  /** Whether nothing is written and the differences are reported only. */
  readonly check: boolean;
  /** The day in Asia/Shanghai; today unless given. */
  readonly today?: LocalDate;
}

/**
 * Composes the departments and keeps the result: `supergraph.graphql`, what exists at each door, and what changed there.
 *
 * @param subgraphs - name and SDL of each department
 * @param options - see {@link SchemaFolders}
 * @throws CompositionError when the departments do not fit together
 * @throws BreakingChangeError when callers would lose what they use and were not told; then nothing is written
 */
export async function writeSchemas(
  subgraphs: readonly SubgraphSource[],
  { folder, changelogs, against = folder, check, today = todayInShanghai(new Date()) }: SchemaFolders,
): Promise<readonly SchemaFile[]> {
  const graph = composeContracts(subgraphs);
  const changed = await changesSince(against, graph.contracts);
  refuseBreaks(changed, await announcedBreaks(join(folder, 'breaking.yaml')), today);
  if (!check) for (const each of [folder, changelogs]) await mkdir(each, { recursive: true });
  const schemas = Object.entries(filesOf(graph, subgraphs)).map(([name, text]) => [join(folder, name), text] as const);
  const notes = (against === folder ? changed : []).map(async ({ door, changes }) => {
    const path = join(changelogs, `${door.name}.md`);
    return [path, withChanges(await textOf(path), door, changes, today)] as const;
  });
  return Promise.all([...schemas, ...(await Promise.all(notes))].map(async (file) => keep(file, check)));
}

async function changesSince(folder: string, contracts: Contracts): Promise<readonly DoorChanges[]> {
  const changed: DoorChanges[] = [];
  for (const door of DOORS) {
    const before = await textOf(join(folder, `${door.name}.graphql`));
    const changes = before === '' ? [] : await contractChanges(before, contracts[door.audience]);
    changed.push({ door, changes });
  }
  return changed;
}

async function keep([path, content]: readonly [string, string], check: boolean): Promise<SchemaFile> {
  const changed = (await textOf(path)) !== content;
  if (changed && !check) await writeFile(path, content);
  return { path, changed };
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
