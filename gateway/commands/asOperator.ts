import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { SubjectDirectory } from '../../src/ingest/SubjectDirectory.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { collectionNamed, type OwnedCollection } from '../collectionNamed.ts';
import { graphDirectory } from '../graphDirectory.ts';
import { defaultOperator, mustBelongTo, parseOperator } from './operator.ts';
import type { CommandCity } from './withDepartments.ts';

/** Who acts, when, and the registry that subjects are found in. */
export interface Acting {
  readonly directory: SubjectDirectory;
  /** As `name@department`. */
  readonly operator: string;
  readonly now: Date;
}

/** What is done on a department's facts, and by whom. */
export interface OperatorTask {
  readonly name: string;
  readonly department: string;
  readonly as: string | undefined;
}

type Owned = OwnedCollection<ConnectedSubgraph>;

/**
 * Does work on a department's facts as the operator that `--as` names, with the registry at hand.
 *
 * @param city - all departments
 * @param task - what is done, such as `link registry.changes`; the owner of the facts; and who acts as it was typed, by default this
 *   machine's user, for the owner
 * @param work - does it, recorded in the audit log; the registry is let go afterwards, also when it fails
 * @throws InvalidArgumentError where the operator is none, or of another department
 */
export async function asOperator<T>(
  { subgraphs, logger, audited }: CommandCity,
  { name, department, as }: OperatorTask,
  work: (acting: Acting) => Promise<T>,
): Promise<T> {
  const operator = parseOperator(as ?? defaultOperator(department), namesOf(subgraphs));
  mustBelongTo(operator, department);
  const directory = graphDirectory(subgraphs, { department, operator, logger });
  try {
    return await audited({ name, operator }, () => work({ directory, operator, now: new Date() }));
  } finally {
    await directory.close();
  }
}

/**
 * Tells which collections a command works on: the one that is named; without a name those of the operator's department; without an
 * operator all of them, each for its owner.
 *
 * @param subgraphs - all departments
 * @param name - of a collection, such as `registry.enterprises`
 * @param as - as it was typed behind `--as`
 * @throws IngestError INGEST_COLLECTION_UNKNOWN
 * @throws InvalidArgumentError where the operator is none
 */
export function collectionsFor(
  subgraphs: readonly ConnectedSubgraph[],
  name: string | undefined,
  as: string | undefined,
): readonly Owned[] {
  if (name !== undefined) return [collectionNamed(subgraphs, name)];
  const all = subgraphs.flatMap((owner): readonly Owned[] =>
    Object.values(owner.collections).map((collection: FactCollection) => ({ owner, collection })),
  );
  if (as === undefined) return all;
  const operator = parseOperator(as, namesOf(subgraphs));
  return all.filter(({ owner }) => operator.endsWith(`@${owner.name}`));
}

/**
 * Names what a command does on a collection.
 *
 * @param command - such as `link`
 * @param owned - the collection
 * @param as - who acts, as it was typed
 */
export function taskOf(command: string, { owner, collection }: Owned, as: string | undefined): OperatorTask {
  return { name: `${command} ${owner.name}.${collection.name}`, department: owner.name, as };
}

function namesOf(subgraphs: readonly ConnectedSubgraph[]): readonly string[] {
  return subgraphs.map(({ name }) => name);
}
