import type { Document, MongoClient } from 'mongodb';
import { InFlight } from '../../../src/ingest/InFlight.ts';
import { scaleCode } from './scaleCode.ts';

/** The collections that profile and list are answered from, beside the registrations. */
const FACTS = [
  { department: 'registry', collection: 'changes' },
  { department: 'disclosure', collection: 'permits' },
  { department: 'disclosure', collection: 'penalties' },
  { department: 'judiciary', collection: 'judgmentDefaulters' },
] as const;

const REGISTRATIONS = { department: 'registry', collection: 'enterprises' } as const;
const BATCH = 2_000;
const IN_FLIGHT = 3;
/** Characters of an id (24) that tell which enterprise of the larger city a fact is about; the others are the fact's own. */
const NUMBER_LENGTH = 6;

/** Where documents of a department go. */
interface Place {
  readonly department: string;
  readonly collection: string;
}

/** A city, as it is stored, that larger ones are made of. */
export interface ScaleTemplate {
  readonly registrations: readonly Document[];
  /** Facts of each collection by enterprise. */
  readonly facts: readonly (Place & { readonly byCode: ReadonlyMap<string, readonly Document[]> })[];
}

/**
 * Reads the city that larger ones are made of, as the product's own import stored it.
 *
 * @param client - of its server
 */
export async function readTemplate(client: MongoClient): Promise<ScaleTemplate> {
  const read = ({ department, collection }: Place): Promise<Document[]> =>
    client.db(department).collection(collection).find().sort({ _id: 1 }).toArray();
  const facts = FACTS.map(async (place) => {
    const byCode = new Map<string, Document[]>();
    for (const fact of await read(place)) {
      const code = String(fact['subjectUscc']);
      byCode.set(code, [...(byCode.get(code) ?? []), fact]);
    }
    return { ...place, byCode };
  });
  return { registrations: await read(REGISTRATIONS), facts: await Promise.all(facts) };
}

/**
 * Makes a city of any size: each enterprise is one of the template's under another code and name, with its facts, in the form in which they
 * are stored. So an answer has the same shape whatever the size. Indexes are the product's to make, when it starts.
 *
 * @param client - of the server
 * @param template - of {@link readTemplate}
 * @param size - how many enterprises, and the prefix of their databases
 * @returns documents that were written
 */
export async function fillScale(
  client: MongoClient,
  template: ScaleTemplate,
  { enterprises, prefix }: { readonly enterprises: number; readonly prefix: string },
): Promise<number> {
  const inFlight = new InFlight(IN_FLIGHT);
  const waiting = new Map<Place, Document[]>([REGISTRATIONS, ...template.facts].map((place) => [place, []]));
  let written = 0;
  const write = async (least: number): Promise<void> => {
    for (const [{ department, collection }, documents] of waiting) {
      if (documents.length < least) continue;
      const batch = documents.splice(0);
      written += batch.length;
      const target = client.db(`${prefix}${department}`).collection(collection);
      await inFlight.start([], async () => {
        await target.insertMany(batch, { ordered: false, writeConcern: { w: 1 } });
      });
    }
  };
  for (let index = 0; index < enterprises; index += 1) {
    for (const { place, document } of enterpriseOf(template, index)) waiting.get(place)?.push(document);
    await write(BATCH);
  }
  await write(1);
  await inFlight.finish();
  return written;
}

/** The registration of an enterprise with all its facts, and where each goes. */
function* enterpriseOf(
  { registrations, facts }: ScaleTemplate,
  index: number,
): Generator<{ readonly place: Place; readonly document: Document }> {
  const original = registrations[index % registrations.length];
  const code = scaleCode(index);
  const name = `${original?.['name']}${index}`;
  yield { place: REGISTRATIONS, document: { ...original, _id: code, uscc: code, name } };
  for (const place of facts) {
    for (const fact of place.byCode.get(String(original?.['_id'])) ?? []) {
      yield { place, document: { ...fact, _id: factIdOf(fact, index), subjectUscc: code } };
    }
  }
}

function factIdOf({ _id }: Document, index: number): string {
  return `${String(_id).slice(0, -NUMBER_LENGTH)}${index.toString(36).padStart(NUMBER_LENGTH, '0')}`;
}
