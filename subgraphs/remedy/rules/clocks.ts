import type { LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';
import type { ObjectionStatus } from './objectionFlow.ts';
import type { RepairStatus } from './repairFlow.ts';
import { DEFAULT_SETTINGS, type RemedySettings } from './settings.ts';

/** The days of an application for repair that its deadlines run from. */
export interface RepairDays {
  readonly status?: RepairStatus | undefined;
  readonly submittedOn?: LocalDate | undefined;
  readonly extendedUntil?: LocalDate | undefined;
  readonly appealedOn?: LocalDate | undefined;
}

/** Deadlines; absent where nothing runs. */
export interface RepairDeadlines {
  /** Accept, or say once what is missing. */
  readonly acceptDueOn?: LocalDate;
  /** Tell the result. */
  readonly dueOn?: LocalDate;
  /** The one that is running now. */
  readonly nextDueOn?: LocalDate;
}

const ACCEPTED: readonly RepairStatus[] = ['ACCEPTED', 'FORWARDED', 'UNDER_REVIEW', 'EXTENDED', 'PENDING_EFFECT'];

/**
 * Computes the deadlines of an application for repair: both run from the day of the application, which is not counted (民法典 art. 201).
 *
 * @param days - of the application
 * @param settings - terms in working days
 */
export function repairDeadlines(days: RepairDays, settings: RemedySettings = DEFAULT_SETTINGS): RepairDeadlines {
  const { status, submittedOn, extendedUntil, appealedOn } = days;
  if (submittedOn === undefined) return {};
  const acceptDueOn = addWorkingDays(submittedOn, settings.accept);
  const dueOn = extendedUntil ?? addWorkingDays(submittedOn, settings.decide);
  const both = { acceptDueOn, dueOn };
  if (status === 'SUBMITTED') return { ...both, nextDueOn: acceptDueOn };
  if (status === 'APPEALED' && appealedOn !== undefined)
    return { ...both, nextDueOn: addWorkingDays(appealedOn, settings.decide) };
  return status !== undefined && ACCEPTED.includes(status) ? { ...both, nextDueOn: dueOn } : both;
}

/**
 * Gives the day until which a complex case may be decided.
 *
 * @param submittedOn - day of the application
 * @param settings - terms in working days
 */
export function extendedDueOn(submittedOn: LocalDate, settings: RemedySettings = DEFAULT_SETTINGS): LocalDate {
  return addWorkingDays(submittedOn, settings.decide + settings.extension);
}

/** The days of an objection that its deadlines run from. */
export interface ObjectionDays {
  readonly status?: ObjectionStatus | undefined;
  readonly filedOn?: LocalDate | undefined;
  readonly forwardedOn?: LocalDate | undefined;
  readonly reviewAskedOn?: LocalDate | undefined;
}

/** Deadlines; absent where nothing runs. */
export interface ObjectionDeadlines {
  /** Answer at the latest, whatever happens. */
  readonly capOn?: LocalDate;
  /** The one that is running now. */
  readonly nextDueOn?: LocalDate;
}

/**
 * Computes the deadlines of an objection: the mark, the own check, the provider's answer, and over all of them the last day.
 *
 * @param days - of the objection
 * @param settings - terms in working days
 */
export function objectionDeadlines(
  { status, filedOn, forwardedOn, reviewAskedOn }: ObjectionDays,
  settings: RemedySettings = DEFAULT_SETTINGS,
): ObjectionDeadlines {
  if (filedOn === undefined) return {};
  const capOn = addWorkingDays(reviewAskedOn ?? filedOn, settings.objectionCap);
  const running: Readonly<Partial<Record<ObjectionStatus, LocalDate>>> = {
    SUBMITTED: addWorkingDays(filedOn, settings.mark),
    MARKED: addWorkingDays(filedOn, settings.ownCheck),
    SELF_CHECK: addWorkingDays(filedOn, settings.ownCheck),
    FORWARDED: addWorkingDays(forwardedOn ?? filedOn, settings.provider),
    ANSWERED: capOn,
    REVIEW: capOn,
  };
  const due = status === undefined ? undefined : running[status];
  return due === undefined ? { capOn } : { capOn, nextDueOn: due < capOn ? due : capOn };
}
