import type { CommandStartedEvent, Document } from 'mongodb';
import type { TestDepartment } from './department.ts';

/** A command that reached MongoDB. */
export interface SentCommand {
  /** Such as `find` or `aggregate`. */
  readonly name: string;
  /** The collection that it reads or writes; of a batch over parents, the one that it looks up. */
  readonly collection: string;
  readonly command: Document;
}

/** Adds to a connection string what makes the driver report its commands. */
export function monitored(uri: string): string {
  return `${uri}${uri.includes('?') ? '&' : '?'}monitorCommands=true`;
}

/**
 * Records the commands that some work sends to a department's database.
 *
 * @param department - opened by `openDepartment`
 * @param work - what sends them
 */
export async function commandsOf(
  department: Pick<TestDepartment, 'subgraph'>,
  work: () => Promise<unknown>,
): Promise<SentCommand[]> {
  const { client, databaseName } = department.subgraph.database.db;
  const sent: SentCommand[] = [];
  const record = (event: CommandStartedEvent): void => {
    if (event.databaseName !== databaseName) return;
    const { commandName, command } = event as CommandStartedEvent & { readonly command: Document };
    sent.push({ name: commandName, collection: collectionOf(commandName, command), command });
  };
  client.on('commandStarted', record);
  try {
    await work();
  } finally {
    client.off('commandStarted', record);
  }
  return sent;
}

/**
 * The stored fields that a command asks for.
 *
 * @param sent - a `find`, or a batch over parents
 */
export function projectedFields({ command }: SentCommand): string[] {
  const stages = (command['pipeline'] as Document[] | undefined) ?? [];
  const lookup = stages.find((stage) => '$lookup' in stage)?.['$lookup'] as Document | undefined;
  const inner = (lookup?.['pipeline'] as Document[] | undefined) ?? [];
  const projection = (command['projection'] ?? inner.find((stage) => '$project' in stage)?.['$project']) as
    object | undefined;
  return Object.keys(projection ?? {}).sort();
}

function collectionOf(name: string, command: Document): string {
  const own: unknown = command[name];
  if (typeof own === 'string') return own;
  const stages = (command['pipeline'] as Document[] | undefined) ?? [];
  const lookup = stages.find((stage) => '$lookup' in stage)?.['$lookup'] as { readonly from?: string } | undefined;
  return lookup?.from ?? '';
}
