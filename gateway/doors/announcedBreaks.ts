import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';
import type { LocalDate } from '../../src/values/localDate.ts';
import { DOORS } from './Door.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const announced = z
  .array(
    z.strictObject({
      coordinate: z.string().min(1),
      doors: z.array(z.enum(DOORS.map(({ name }) => name))).min(1),
      from: z.string().regex(DAY, 'write a day such as 2027-01-01'),
      reason: z.string().min(1),
    }),
  )
  .nullable();

/** A breaking change that callers were told of. */
export interface AnnouncedBreak {
  /** As the check names it. */
  readonly coordinate: string;
  /** Names of the doors that it was announced for. */
  readonly doors: readonly string[];
  /** The first day on which it may be made. */
  readonly from: LocalDate;
  readonly reason: string;
}

/**
 * Reads which breaking changes were announced, and from when on they may be made.
 *
 * @param path - a YAML file; none is like an empty one
 * @throws StartError DEFINITIONS_INVALID that lists every wrong key
 */
export async function announcedBreaks(path: string): Promise<readonly AnnouncedBreak[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const read = announced.safeParse(parsed(text, path));
  if (read.success) return read.data ?? [];
  const problems = read.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw new StartError('DEFINITIONS_INVALID', { folder: path, problems: problems.join('\n') });
}

function parsed(text: string, path: string): unknown {
  try {
    return parse(text, { schema: 'core' });
  } catch (error) {
    throw new StartError('DEFINITIONS_INVALID', { folder: path, problems: messageOf(error) }, { cause: error });
  }
}
