import { MongoClient, type Collection } from 'mongodb';
import type { MigratedCollection } from '../../../src/migration/MigratedCollection.ts';
import { movedDocument, moveDocuments } from '../../../src/migration/moveDocuments.ts';
import type { StoredDocument } from '../../../src/migration/SchemaStep.ts';
import { oldDefaulters, STEPS, type TextIdDocument } from '../../kit/oldJudiciary.ts';
import { testDatabase } from '../../kit/mongo.ts';

const COLLECTION: MigratedCollection = {
  ...{ id: 'judiciary.judgmentDefaulters', name: 'judgmentDefaulters', places: ['judgmentDefaulters'] },
  ...{ steps: STEPS, version: 3 },
};

describe('moveDocuments', () => {
  const database = testDatabase();
  let client: MongoClient;
  let place: Collection<TextIdDocument>;
  beforeAll(async () => {
    client = await MongoClient.connect(database.uri);
    place = client.db(`${database.prefix}judiciary`).collection<TextIdDocument>('judgmentDefaulters');
  });
  afterEach(async () => place.deleteMany({}));
  afterAll(async () => {
    await database.drop();
    await client.close();
  });

  it('leaves what somebody else has changed, moved or taken away since it was read', async () => {
    await place.insertMany([...oldDefaulters(4)]);
    const read = await place.find().sort({ 'record.provenance.row': 1 }).toArray();
    const ids = read.map(({ _id }) => _id);
    await place.updateOne({ _id: ids[0] ?? '' }, { $set: { court: '福州市台江区人民法院' } });
    await place.updateOne({ _id: ids[1] ?? '' }, { $set: { schemaVersion: 3 } });
    await place.deleteOne({ _id: ids[2] ?? '' });
    expect(await moveDocuments(place as never, read, COLLECTION)).toBe(1);
    const left = await place.find().sort({ 'record.provenance.row': 1 }).toArray();
    expect(left.map((one): unknown[] => [one['court'], one['case'], one['schemaVersion']])).toEqual([
      ['福州市台江区人民法院', undefined, undefined],
      ['福州市鼓楼区人民法院', undefined, 3],
      [undefined, { no: '(2025)闽0102执3号', year: 2025, court: '福州市鼓楼区人民法院' }, 3],
    ]);
  });

  it('moves none of them where a step can not read one, and does not say what stood there', async () => {
    await place.insertMany([...oldDefaulters(3)]);
    const read = await place.find().sort({ _id: 1 }).toArray();
    const third = read[2]?._id;
    const move = (document: StoredDocument): StoredDocument => {
      if (document['_id'] === third) throw new Error(JSON.stringify(document));
      return document;
    };
    const failing = { ...COLLECTION, steps: [{ title: 'takes the third', move }] };
    const moving = moveDocuments(place as never, read, failing);
    await expect(moving).rejects.toMatchObject({
      message: `The document ${String(third)} of judiciary.judgmentDefaulters can not be moved: the step “takes the third” failed on it.`,
    });
    expect(await place.countDocuments({ schemaVersion: { $exists: true } })).toBe(0);
  });

  it('takes a document through no step that it has gone through', () => {
    const [old] = oldDefaulters(1);
    const half = { ...STEPS[0]?.move(old ?? {}), schemaVersion: 2 };
    expect(movedDocument(half, COLLECTION)).toEqual(movedDocument(old ?? {}, COLLECTION));
    expect(movedDocument(half, COLLECTION)).toMatchObject({ schemaVersion: 3, case: { year: 2025 } });
  });
});
