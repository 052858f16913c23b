import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalExample } from './PortalExample.ts';
import { examplesFolder, readExamples } from './readExamples.ts';

/** The door whose examples are those of everybody. */
const OPEN = 'open';

/**
 * Reads the examples of a door: its own first, then those of the public, which answer everywhere.
 *
 * @param door - its name
 */
export async function doorExamples(door: string): Promise<readonly PortalExample[]> {
  const folder = join(examplesFolder(), door);
  const own = door !== OPEN && existsSync(folder) ? await readExamples(folder) : [];
  return [...own, ...(await readExamples())];
}
