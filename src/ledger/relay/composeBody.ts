import { isDeepStrictEqual } from 'node:util';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { FactDocumentBase, RecordDocument } from '../../data/FactDocument.ts';
import type { OutboxEvent } from '../../data/outbox.ts';
import type { ChangeReason, JsonValue, LedgerBody, LedgerRecord, VisibilityBefore } from '../LedgerBody.ts';
import { headlineOf } from './headlineOf.ts';
import { plainObject } from './plainJson.ts';

/** The parts of the envelope that the ledger carries; the name of a natural person is none of them. */
const CARRIED: readonly (keyof LedgerRecord)[] = [
  'subjectName',
  'subjectCategory',
  'provider',
  'usageScope',
  'polarity',
  'severity',
  'publishedOn',
  'publicity',
  'disputed',
  'litigated',
  'qualityFlags',
  'state',
];

/**
 * Composes what the ledger says of one event.
 *
 * @param collection - the declaration, which says what is personal
 * @param event - from the outbox
 * @param fact - the fact at the event's revision
 * @param previous - the fact at the revision before, where there was one; for a day on which publicity began or ended the same
 */
export function composeBody(
  collection: FactCollection,
  event: OutboxEvent,
  fact: FactDocumentBase,
  previous?: FactDocumentBase,
): LedgerBody {
  const { department, type, kind, catalogueKind } = collection;
  const values = carriedValues(collection, fact);
  const uscc = usccOf(collection, fact);
  return {
    ...{ event: event._id, department, collection: collection.name, type, kind, catalogueKind },
    fact: event.fact,
    revision: event.revision,
    reason: changeReason(event, fact.record, previous?.record),
    at: event.at.toISOString(),
    ...(uscc === undefined ? {} : { uscc }),
    title: headlineOf(collection, values),
    ...(fact.decidedOn === undefined ? {} : { decidedOn: fact.decidedOn }),
    sortOn: fact.sortOn,
    record: carriedRecord(fact.record),
    values,
    ...(previous === undefined
      ? {}
      : {
          before: visibilityBefore(collection, previous),
          old: changedValues(carriedValues(collection, previous), values),
        }),
  };
}

function changeReason({ reason }: OutboxEvent, now: RecordDocument, before: RecordDocument | undefined): ChangeReason {
  if (before?.state === 'HIDDEN' && now.state === 'ACTIVE') return 'RESTORED';
  if (reason === 'REMOVED') return 'ANNULLED';
  return reason === 'PUBLICITY_ENDED' && now.publicity?.endReason === 'REPAIRED' ? 'REPAIRED' : reason;
}

function isPerson({ subjectCategory }: RecordDocument): boolean {
  return subjectCategory === 'NATURAL_PERSON';
}

/** The registration of an enterprise is about the enterprise that it is. */
function usccOf({ kind }: FactCollection, { _id, subjectUscc, record }: FactDocumentBase): string | undefined {
  if (isPerson(record)) return undefined;
  return kind === 'SUBJECT' ? _id : subjectUscc;
}

function carriedRecord(record: RecordDocument): LedgerRecord {
  const names = isPerson(record) ? CARRIED.filter((name) => name !== 'subjectName') : CARRIED;
  const carried = names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]] as const]));
  return plainObject(Object.fromEntries(carried)) as object as LedgerRecord;
}

/** Only what is declared: what a rule derived for look-ups may be made of personal fields. */
function carriedValues(
  { fields, unledgered = [] }: FactCollection,
  fact: FactDocumentBase,
): Readonly<Record<string, JsonValue>> {
  const stored = fact as FactDocumentBase & Readonly<Record<string, unknown>>;
  const names = Object.entries(fields).flatMap(([name, { personal, namesPeople = false }]) =>
    personal === undefined && !namesPeople && !unledgered.includes(name) && stored[name] !== undefined ? [name] : [],
  );
  return plainObject(Object.fromEntries(names.map((name) => [name, stored[name]])));
}

function visibilityBefore(collection: FactCollection, previous: FactDocumentBase): VisibilityBefore {
  const { usageScope, state, qualityFlags, publicity } = previous.record;
  const { from, until } = publicity ?? {};
  const uscc = usccOf(collection, previous);
  return {
    ...(uscc === undefined ? {} : { uscc }),
    record: {
      usageScope,
      state,
      ...(qualityFlags === undefined ? {} : { qualityFlags }),
      ...(publicity === undefined
        ? {}
        : { publicity: { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) } }),
    },
  };
}

function changedValues(
  before: Readonly<Record<string, JsonValue>>,
  now: Readonly<Record<string, JsonValue>>,
): Readonly<Record<string, JsonValue>> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], now[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name] ?? null]));
}
