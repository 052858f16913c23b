import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { PublicityDocument } from '../../../src/data/FactDocument.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { dateOrderFault, daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import { fixedWindow } from '../../../src/policy/publicityWindow.ts';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import { editionOn, listById } from '../lists/listDefinitions.ts';
import type { ListDefinition, ListEdition } from '../lists/ListDefinition.ts';
import { earlyRemovalOn, termOf } from '../lists/listTerm.ts';

/** The values of an entry that its rules look at. */
export interface ListEntryValues {
  readonly listId?: string | undefined;
  readonly listedOn?: LocalDate | undefined;
  readonly noticeFrom?: LocalDate | undefined;
  readonly noticeUntil?: LocalDate | undefined;
  readonly expiresOn?: LocalDate | undefined;
  readonly removedOn?: LocalDate | undefined;
  readonly removalKind?: string | undefined;
}

const LISTING_DAY = ['列入日期', 'the day of listing'] as const;

/**
 * An entry of a red or black list: how long it stands, by the edition of the list that held on its day.
 *
 * - A black entry is SERIOUS (国办发〔2020〕49号; domain section 10.5) and public from listing, else from publication, to the end of
 *   the list's term, of the decision's own where that is earlier, or to the day before it is removed.
 * - A red entry is trustworthy conduct, and counts once its public notice is over (河南省社会信用条例 art. 28; domain section
 *   10.7): before that no door shows it. Where no notice is known it stays among departments and on no list.
 */
export function listEntryRules(values: ListEntryValues, setting: RuleSetting): RuleVerdict {
  const { listedOn, noticeUntil } = values;
  const list = listById(values.listId ?? '');
  const start = listedOn ?? setting.publishedOn;
  if (list === undefined || start === undefined)
    return { publishedOn: setting.publishedOn, usageScope: 'GOV_SHARED', flags: ['WINDOW_UNKNOWN'] };
  const edition = editionOn(list, start);
  const faults = entryFaults(values, edition, setting);
  if (faults.length > 0) return { faults };
  const isKnown = list.kind === 'BLACK' || noticeUntil !== undefined;
  return {
    decidedOn: listedOn,
    publishedOn: setting.publishedOn ?? listedOn,
    ...standing(list),
    publicity: entryWindow(values, { list, edition, start }),
    ...(isKnown ? {} : { usageScope: 'GOV_SHARED', flags: ['WINDOW_UNKNOWN'] }),
  };
}

function standing({ kind }: ListDefinition): Pick<RuleVerdict, 'polarity' | 'severity'> {
  return kind === 'RED' ? { polarity: 'POSITIVE' } : { polarity: 'NEGATIVE', severity: 'SERIOUS' };
}

interface Listing {
  readonly list: ListDefinition;
  readonly edition: ListEdition;
  readonly start: LocalDate;
}

function entryWindow(values: ListEntryValues, { list, edition, start }: Listing): PublicityDocument {
  const { noticeUntil, expiresOn, removedOn } = values;
  const { months, earlyRemovalMonths } = termOf(edition, {});
  const term = fixedWindow(start, months, edition.basis.law, earlyRemovalMonths ?? undefined);
  const afterNotice = list.kind === 'RED' && noticeUntil !== undefined ? addDays(noticeUntil, 1) : start;
  const lastDay = removedOn === undefined ? undefined : addDays(removedOn, -1);
  const [until] = [term.until, expiresOn, lastDay].filter((day) => day !== undefined).sort();
  const removed: Pick<PublicityDocument, 'endedOn' | 'endReason'> =
    removedOn === undefined ? {} : { endedOn: removedOn, endReason: 'REMOVED_FROM_LIST' };
  return {
    ...term,
    from: afterNotice > start ? afterNotice : start,
    ...(until === undefined ? {} : { until }),
    ...removed,
  };
}

function entryFaults(
  values: ListEntryValues,
  edition: ListEdition,
  { publishedOn, today }: RuleSetting,
): readonly FieldFault[] {
  const { listedOn, noticeFrom, noticeUntil, expiresOn, removedOn } = values;
  return [
    ...daysAhead({ listedOn, publishedOn, noticeFrom }, today),
    ...daysBefore(listedOn, LISTING_DAY, { expiresOn, removedOn }),
    ...daysBefore(noticeFrom, ['公示开始日期', 'the first day of notice'], { noticeUntil }),
    ...earlyFaults(values, edition),
  ];
}

/** The law allows early removal only after a time on the list, and not at all where it names none. */
function earlyFaults({ listedOn, removedOn, removalKind }: ListEntryValues, edition: ListEdition): FieldFault[] {
  if (removalKind !== 'EARLY' || removedOn === undefined || listedOn === undefined) return [];
  const earliest = earlyRemovalOn(edition, {}, listedOn);
  if (earliest === null || removedOn >= earliest) return [];
  return [
    dateOrderFault('removedOn', '未到可申请提前移出之日 / before the day from which early removal may be asked for'),
  ];
}
