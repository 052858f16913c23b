import type { LocalDate } from '../../src/values/localDate.ts';
import type { AnnouncedBreak } from './announcedBreaks.ts';
import type { ContractChange } from './contractChanges.ts';
import type { Door } from './Door.ts';

/** What changed at a door. */
export interface DoorChanges {
  readonly door: Door;
  readonly changes: readonly ContractChange[];
}

/** Contracts would break for callers who were not told; `problems` has one line for each change and door. */
export class BreakingChangeError extends Error {
  /** One line per problem: door, audience, coordinate and what changed. */
  readonly problems: readonly string[];

  /**
   * @param problems - at least one line
   */
  constructor(problems: readonly string[]) {
    const lines = problems.map((line) => `  - ${line}`).join('\n');
    super(
      `The contracts would break, ${problems.length} change(s):\n${lines}\n` +
        'Keep what callers use, or announce the change in schema/breaking.yaml with the day from which it may be made.',
    );
    this.name = 'BreakingChangeError';
    this.problems = problems;
  }
}

/**
 * Refuses changes that break what callers rely on, unless they were announced and their day has come.
 *
 * @param changed - what changed at each door
 * @param announced - what callers were told
 * @param today - the day in Asia/Shanghai
 * @throws BreakingChangeError that names coordinate and audience of each
 */
export function refuseBreaks(
  changed: readonly DoorChanges[],
  announced: readonly AnnouncedBreak[],
  today: LocalDate,
): void {
  const problems = changed.flatMap(({ door, changes }) =>
    changes.flatMap(({ isBreaking, coordinate, message }) => {
      if (!isBreaking) return [];
      const days = announced
        .filter((each) => each.coordinate === coordinate && each.doors.includes(door.name))
        .map(({ from }) => from);
      if (days.some((from) => from <= today)) return [];
      const told = days[0] === undefined ? '' : ` (announced for ${days[0]})`;
      return [`${door.path}, ${door.audience}: ${coordinate}: ${message}${told}`];
    }),
  );
  if (problems.length > 0) throw new BreakingChangeError(problems);
}
