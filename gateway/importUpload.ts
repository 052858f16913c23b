import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { collectionNamed } from './collectionNamed.ts';
import type { ImportUpload } from './http/importRoute.ts';
import { authoriseImport } from './authoriseImport.ts';
import { importInto, type ImportingCity } from './importInto.ts';

/** Where files wait, and the log. */
export interface UploadOptions {
  /** Folder for files while they are imported; each is removed afterwards. */
  readonly folder: string;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Gives the way to the registry; through the departments of this process unless given. */
  readonly openDirectory?: ImportingCity['openDirectory'];
}

/**
 * Makes what takes in uploaded files.
 *
 * A file is written to the disk first, because it is read twice: once for its digest, which tells whether it came before.
 *
 * @param subgraphs - all departments
 * @param options - see {@link UploadOptions}
 */
export function importUpload(
  subgraphs: readonly ConnectedSubgraph[],
  { folder, logger, clock, openDirectory }: UploadOptions,
): ImportUpload {
  return {
    authorise: authoriseImport(subgraphs),
    async run(caller, { collection, bytes, name, source, sheet }) {
      const path = join(folder, randomUUID());
      await mkdir(folder, { recursive: true });
      try {
        await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
        const operator = `${caller.operator ?? 'unknown'}@${caller.department ?? 'unknown'}`;
        const file = { path, name: name ?? collection, profileName: source, sheet, operator, now: clock() };
        return await importInto(collectionNamed(subgraphs, collection), file, { subgraphs, logger, openDirectory });
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
