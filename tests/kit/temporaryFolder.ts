import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the tests of a `describe`, in whose body it is called; it is removed after them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'credit-graph-test-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
