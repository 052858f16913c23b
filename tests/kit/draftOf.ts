import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { PublicityDocument, RecordState, Severity, UsageScope } from '../../src/data/FactDocument.ts';
import type { DraftSubject, FactDraft } from '../../src/data/FactDraft.ts';
import type { QualityFlag } from '../../src/data/fields/Field.ts';
import { writeFacts } from '../../src/data/writeFacts.ts';
import { NOW } from './department.ts';
import { markedValues } from './markedValues.ts';
import type { OpenCity } from './openCity.ts';

/** What a fact is to be, whatever its department's rules would make of it. */
export interface Way {
  readonly id: string;
  /** In all its texts; the id unless given. */
  readonly mark?: string;
  /** Absent for a fact that no enterprise was found for. */
  readonly uscc?: string;
  readonly usageScope?: UsageScope;
  readonly state?: RecordState;
  readonly publicity?: PublicityDocument;
  readonly category?: string;
  readonly severity?: Severity;
  readonly decidedOn?: string;
  readonly flags?: readonly QualityFlag[];
}

/**
 * Makes the draft of a fact of any collection.
 *
 * @param collection - the declaration
 * @param way - what it is to be
 */
export function draftOf(collection: FactCollection, way: Way): FactDraft {
  const { id, mark = id, usageScope = 'PUBLIC', state = 'ACTIVE', decidedOn = '2026-01-05' } = way;
  const values = markedValues(collection, mark, way.uscc ?? '91350100705362917E');
  return {
    ...pick(way, 'publicity', 'severity'),
    ...{ id, usageScope, state, decidedOn },
    subject: subjectOf(way, mark),
    values: 'decidedOn' in values ? { ...values, decidedOn } : values,
    provider: { name: '某机关' },
    flags: flagsOf(way),
  };
}

function subjectOf({ uscc, category }: Way, name: string): DraftSubject {
  return {
    name,
    ...(uscc === undefined ? {} : { uscc, linkedBy: 'USCC' as const }),
    ...(category === undefined ? {} : { category }),
  };
}

function flagsOf({ uscc, category, flags = [] }: Way): readonly QualityFlag[] {
  return uscc === undefined && category !== 'NATURAL_PERSON' ? [...flags, 'SUBJECT_UNLINKED'] : flags;
}

function pick(way: Way, ...names: readonly ('publicity' | 'severity')[]): Pick<Way, 'publicity' | 'severity'> {
  return Object.fromEntries(names.flatMap((name) => (way[name] === undefined ? [] : [[name, way[name]]])));
}

/**
 * Writes facts as a file would bring them, with their events; each call is a file of its own.
 *
 * @param city - the departments
 * @param name - the collection, such as `registry.changes`
 * @param ways - what the facts are to be; those that there are already are corrected
 * @param receivedAt - when
 */
export async function writeWays(
  city: Pick<OpenCity, 'department'>,
  name: string,
  ways: readonly Way[],
  receivedAt: Date = NOW,
): Promise<void> {
  const [owner = '', collectionName = ''] = name.split('.');
  const { database, collections } = city.department(owner);
  const collection = collections[collectionName];
  if (collection === undefined) throw new Error(`There is no collection ${name}.`);
  const origin = { source: 'test', operator: 'tester', receivedAt };
  const drafts = ways.map((way) => draftOf(collection, way));
  await writeFacts(database, collection, drafts, { reason: 'CORRECTED', origin, neverHas: new Set() });
}
