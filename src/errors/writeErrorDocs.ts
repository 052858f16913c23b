import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AUTHORITY_ERRORS } from './authorityCodes.ts';
import { KERNEL_ERRORS, type ErrorEntry } from './codes.ts';
import { FAULTS } from './faults.ts';
import { GATEWAY_ERRORS } from './gatewayCodes.ts';
import { IDENTITY_ERRORS } from './identityCodes.ts';
import { INGEST_ERRORS } from './ingestCodes.ts';
import { START_ERRORS } from './startCodes.ts';

/** A table of errors and what it is for. */
export interface DocumentedTable {
  readonly title: string;
  /** When a reader meets these errors, in one sentence. */
  readonly about: string;
  readonly entries: Readonly<Record<string, ErrorEntry>>;
}

const TABLES: readonly DocumentedTable[] = [
  {
    title: 'Requests',
    about: 'Found before or beside the execution of an operation, by the gateway.',
    entries: GATEWAY_ERRORS,
  },
  {
    title: 'Callers',
    about: 'Found when it is decided who is calling, before anything else is read.',
    entries: IDENTITY_ERRORS,
  },
  {
    title: 'Purposes and authorisations',
    about: 'Found by the gateway before any department is asked.',
    entries: AUTHORITY_ERRORS,
  },
  { title: 'Fields', about: 'Found while an operation is executed, by any department.', entries: KERNEL_ERRORS },
  { title: 'Imports', about: 'Found while a file is imported, on the command line.', entries: INGEST_ERRORS },
  {
    title: 'Start',
    about: 'Keep the product or a command from starting; API callers never see them.',
    entries: START_ERRORS,
  },
];

const HEAD = `# Errors

<!-- Generated from the tables in src/errors; do not edit. -->

Every failure has a code. Over GraphQL it stands in \`errors[].extensions.code\`, the message beside it is English, or
Chinese where \`Accept-Language\` prefers \`zh\`; on the command line the language follows \`LANG\`. Each code is listed with
its message in both languages, the HTTP status and what to do. Words in braces are replaced by details, which programs
read from \`extensions.details\`. \`extensions.retryable\` is \`true\` where the same
call may succeed later. \`extensions.service\` and \`extensions.owner\` name the department that failed. The HTTP status is
that of the reply when the failure is all there is to answer; an operation that was executed is 200, and one that was
refused is 200 as well for callers that do not accept \`application/graphql-response+json\`.
`;

/**
 * Writes the reference of all errors as Markdown.
 *
 * @param departments - the tables of the departments, shown behind those of the kernel
 */
export function errorDocs(departments: readonly DocumentedTable[] = []): string {
  return [HEAD, ...TABLES.map(section), faultSection(), ...departments.map(section)].join('\n');
}

/**
 * Keeps the reference of all errors in a file.
 *
 * @param path - the Markdown file, `docs/errors.md`
 * @param options - with `check`, nothing is written
 * @returns whether the file on disk differs, or differed, from the tables
 */
export async function writeErrorDocs(path: string, options: { readonly check: boolean }): Promise<boolean> {
  const docs = errorDocs();
  const changed = (await readFile(path, 'utf8').catch(() => undefined)) !== docs;
  if (changed && !options.check) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, docs);
  }
  return changed;
}

function section({ title, about, entries }: DocumentedTable): string {
  return [`## ${title}`, '', about, '', ...Object.entries(entries).toSorted().flatMap(entryLines)].join('\n');
}

/** Faults of single values are no failures of a call: they stand in its result, or keep a row of a file in quarantine. */
function faultSection(): string {
  return [
    '## Values',
    '',
    'Why one value can not be taken: `errors[].code` in the result of a mutation, with the message in the language of the',
    'caller, and the reasons of a quarantined row. The message goes on with what is expected; the value is never repeated.',
    '',
    ...Object.entries(FAULTS)
      .toSorted()
      .map(([code, { en, zh }]) => `- \`${code}\`: ${en}; ${zh}`),
    '',
  ].join('\n');
}

function entryLines([code, { en, zh, http, retryable, action }]: [string, ErrorEntry]): readonly string[] {
  return [
    `### ${code}`,
    '',
    `- ${inline(en)}`,
    `- ${inline(zh)}`,
    `- HTTP ${http}${retryable ? ', may succeed later' : ''}`,
    `- ${inline(action)}`,
    '',
  ];
}

/** Line breaks inside a message would end its paragraph. */
function inline(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
