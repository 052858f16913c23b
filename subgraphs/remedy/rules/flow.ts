/** Which deed leads from which status to which: a flow as data. A status without deeds is an end. */
export type Flow<Status extends string, Deed extends string> = Readonly<
  Record<Status, Readonly<Partial<Record<Deed, Status>>>>
>;

/**
 * Gives the status that a deed leads to.
 *
 * @param flow - the table
 * @param status - where the application stands
 * @param deed - what is to be done
 * @returns undefined where the table does not have it
 */
export function statusAfter<Status extends string, Deed extends string>(
  flow: Flow<Status, Deed>,
  status: Status,
  deed: Deed,
): Status | undefined {
  return flow[status][deed];
}

/**
 * Lists what can be done from a status.
 *
 * @param flow - the table
 * @param status - where the application stands
 */
export function possibleDeeds<Status extends string, Deed extends string>(
  flow: Flow<Status, Deed>,
  status: Status,
): readonly Deed[] {
  return Object.keys(flow[status]) as Deed[];
}
