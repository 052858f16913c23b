import type { CommandStartedEvent, Db, Document, MongoClient } from 'mongodb';

/** A command as it was sent, and how MongoDB runs it. */
export interface ExplainedCommand {
  /** Department and command, with a mark in place of every value. */
  readonly form: string;
  /** Stages of the plan, outermost first; of joined collections, too. */
  readonly stages: readonly string[];
}

/** Commands that choose documents by a plan. */
const PLANNED: ReadonlySet<string> = new Set(['find', 'aggregate', 'count', 'distinct', 'findAndModify']);
/** What belongs to the connection and can not be explained. */
const ENVELOPE: ReadonlySet<string> = new Set(
  ['lsid', '$db', '$clusterTime', 'txnNumber', 'startTransaction', 'autocommit', 'readConcern', 'writeConcern'].concat([
    '$readPreference',
    'maxTimeMS',
    'comment',
  ]),
);

/** Records commands, each form of them once. */
export class CommandForms {
  readonly #client: MongoClient;
  readonly #found = new Map<string, { readonly database: string; readonly command: Document }>();
  readonly #listen = (event: CommandStartedEvent): void => {
    const { commandName, databaseName, command } = event as CommandStartedEvent & { readonly command: Document };
    if (!PLANNED.has(commandName)) return;
    const bare = Object.fromEntries(Object.entries(command).filter(([name]) => !ENVELOPE.has(name)));
    const department = databaseName.slice(databaseName.indexOf('_') + 1);
    const form = `${department} ${JSON.stringify(formOf(bare))}`;
    if (!this.#found.has(form)) this.#found.set(form, { database: databaseName, command: bare });
  };

  /**
   * Listens from now on.
   *
   * @param client - opened so that it reports its commands
   */
  constructor(client: MongoClient) {
    this.#client = client;
    client.on('commandStarted', this.#listen);
  }

  /** Listens no more, and has each form explained. */
  async explained(): Promise<readonly ExplainedCommand[]> {
    this.#client.off('commandStarted', this.#listen);
    const explained: ExplainedCommand[] = [];
    for (const [form, { database, command }] of this.#found) {
      explained.push({ form, stages: await stagesOf(this.#client.db(database), command) });
    }
    return explained;
  }
}

/** What a lookup does inside is told only by running it. */
async function stagesOf(db: Db, command: Document): Promise<readonly string[]> {
  const isJoined = JSON.stringify(command).includes('"$lookup"');
  const plan = await db.command({ explain: command, verbosity: isJoined ? 'executionStats' : 'queryPlanner' });
  const stages: string[] = [];
  visit(plan, (name, value) => {
    if (name === 'stage' && typeof value === 'string') stages.push(value);
    if (name === 'collectionScans' && Number(value) > 0) stages.push('COLLSCAN');
  });
  return stages;
}

function visit(value: unknown, tell: (name: string, value: unknown) => void): void {
  if (Array.isArray(value)) for (const part of value) visit(part, tell);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'rejectedPlans' || name === 'command') continue;
    tell(name, part);
    visit(part, tell);
  }
}

/** The command with a mark for each value; lists of values are as one. */
function formOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const forms = value.map((part: unknown) => formOf(part));
    return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
  }
  if (value instanceof Date || typeof value !== 'object' || value === null) {
    return NAMES.has(name) ? value : '?';
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, formOf(part, key)]));
}

/** Values that make another command. */
const NAMES: ReadonlySet<string> = new Set(['find', 'aggregate', 'count', 'distinct', 'findAndModify', 'from', 'key']);
