import type { AnyBulkWriteOperation } from 'mongodb';
import type { OutboxEvent } from '../../data/outbox.ts';
import { appendBodies } from '../chain/appendBodies.ts';
import type { BodyDocument, LedgerDatabase } from '../chain/LedgerDatabase.ts';
import type { LedgerBody } from '../LedgerBody.ts';

/** Why bodies of facts that were taken out of their department's database are withheld. */
const REASON = 'REMOVED';

/**
 * Tells the ledger that facts were taken out of their department's database altogether, as the sample city is. An entry says so to
 * those who follow; the bodies of what the ledger held of them are erased, and their events are renamed, so that the same facts may
 * come again from their first revision on.
 *
 * @param ledger - the ledger
 * @param events - of the reason REMOVED; appended twice they are one
 * @param now - the time of the entries
 */
export async function forgetFacts(ledger: LedgerDatabase, events: readonly OutboxEvent[], now: Date): Promise<void> {
  const held = await bodiesOf(ledger, events);
  const last = new Map(held.flatMap(({ body }) => (body === undefined ? [] : [[body.fact, body] as const])));
  const farewells = events.flatMap((event) => {
    const body = last.get(event.fact);
    return body === undefined || isFarewell(body.event) ? [] : [farewell(event, body)];
  });
  await appendBodies(ledger, farewells, now);
  const erased = held.filter(({ event }) => !isFarewell(event)).map((body) => erasing(body, now));
  if (erased.length > 0) await ledger.bodies.bulkWrite(erased, { ordered: false, writeConcern: { w: 'majority' } });
}

/** In order, so that the last one of a fact is what its followers hold. */
function bodiesOf({ bodies }: LedgerDatabase, events: readonly OutboxEvent[]): Promise<BodyDocument[]> {
  const facts = events.map(({ fact }) => fact);
  return bodies
    .find({ 'body.fact': { $in: facts } })
    .sort({ _id: 1 })
    .toArray();
}

function farewell({ _id, at }: OutboxEvent, body: LedgerBody): LedgerBody {
  const { uscc, record, before: _before, ...rest } = body;
  const { usageScope, polarity, state, qualityFlags, publicity } = record;
  const flags = qualityFlags === undefined ? {} : { qualityFlags };
  const { from, until } = publicity ?? {};
  const window = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  return {
    ...rest,
    ...{ event: _id, reason: 'ANNULLED', at: at.toISOString() },
    ...(uscc === undefined ? {} : { uscc }),
    record: { usageScope, polarity, state: 'DELETED', ...flags },
    before: { ...(uscc === undefined ? {} : { uscc }), record: { usageScope, state, ...flags, publicity: window } },
    values: {},
    old: {},
  };
}

function erasing({ _id, event }: BodyDocument, now: Date): AnyBulkWriteOperation<BodyDocument> {
  const withheld = { reason: REASON, at: now };
  return {
    updateOne: {
      filter: { _id },
      update: { $set: { withheld, event: `${event}#${_id}` }, $unset: { body: 1, salt: 1, movedFrom: 1 } },
    },
  };
}

function isFarewell(event: string): boolean {
  return event.includes(`:${REASON}:`);
}
