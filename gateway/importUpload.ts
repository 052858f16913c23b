import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { holdsScope } from '../src/identity/Caller.ts';
import { writeScope } from '../src/data/FactCollection.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { collectionNamed } from './collectionNamed.ts';
import { GatewayError } from './errors/GatewayError.ts';
import type { ImportUpload } from './http/importRoute.ts';
import { importInto } from './importInto.ts';

/** Where files wait, and the log. */
export interface UploadOptions {
  /** Folder for files while they are imported; each is removed afterwards. */
  readonly folder: string;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/**
 * Makes what takes in uploaded files: a caller of the owning department with the scope that the mutation for such facts asks for.
 *
 * A file is written to the disk first, because it is read twice: once for its digest, which tells whether it came before.
 *
 * @param subgraphs - all departments
 * @param options - see {@link UploadOptions}
 */
export function importUpload(
  subgraphs: readonly ConnectedSubgraph[],
  { folder, logger, clock }: UploadOptions,
): ImportUpload {
  return {
    authorise(caller, name) {
      // Strangers learn nothing of what collections there are.
      if (caller.department === undefined) throw new GatewayError('IMPORT_FORBIDDEN');
      const { owner, collection } = collectionNamed(subgraphs, name);
      const mayWrite = caller.department === owner.name && holdsScope(caller, writeScope(collection));
      if (!mayWrite) throw new GatewayError('IMPORT_FORBIDDEN');
    },
    async run(caller, { collection, bytes, name, source, sheet }) {
      const path = join(folder, randomUUID());
      await mkdir(folder, { recursive: true });
      try {
        await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
        const operator = `${caller.operator ?? 'unknown'}@${caller.department ?? 'unknown'}`;
        const file = { path, name: name ?? collection, profileName: source, sheet, operator, now: clock() };
        return await importInto(collectionNamed(subgraphs, collection), file, { subgraphs, logger });
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
