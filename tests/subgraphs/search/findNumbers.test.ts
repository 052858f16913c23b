import { MongoClient } from 'mongodb';
import { generationOf, prepareGeneration, type Generation } from '../../../subgraphs/search/index/Generation.ts';
import { acceptedBy } from '../../../subgraphs/search/index/postings/acceptedBy.ts';
import { findNumbers } from '../../../subgraphs/search/index/postings/findNumbers.ts';
import { keepSeq, makeCurrent } from '../../../subgraphs/search/index/IndexState.ts';
import { PostingChanges } from '../../../subgraphs/search/index/postings/PostingChanges.ts';
import { BLOCK_SIZE } from '../../../subgraphs/search/index/postings/PostingDocument.ts';
import { writePostings } from '../../../subgraphs/search/index/postings/writePostings.ts';
import { testDatabase } from '../../kit/mongo.ts';

const COMMON = 20_000;
const EVEN = 8_000;
/** Stands in the third block, behind what is read of a common piece alone. */
const BOTH = 2 * BLOCK_SIZE + 8;
const ALONE = 77;

const database = testDatabase();
const client = new MongoClient(database.uri);
let generation: Generation;
beforeAll(async () => {
  await client.connect();
  generation = generationOf(client.db(`${database.prefix}postings`), 1);
  await prepareGeneration(generation);
  const changes = new PostingChanges();
  for (let number = 0; number < COMMON; number += 1) changes.add('贸易', number);
  for (let number = 0; number < EVEN; number += 1) changes.add('科技', BLOCK_SIZE + number);
  for (const gram of ['贸易', '科技']) changes.add(gram, BOTH);
  changes.add('荣达', ALONE);
  await writePostings(generation, changes.take());
});
afterAll(async () => {
  await client.close();
  await database.drop();
});

function sought(...grams: readonly string[]) {
  return { grams: grams.map((gram) => ({ gram, weight: 1 })) };
}

it('of a piece that very many have as many are found as are wanted, and it is said that there are others', async () => {
  const { numbers, isCut } = await findNumbers(generation, sought('贸易'), 100);
  expect([new Set(numbers).size, isCut]).toEqual([100, true]);
  expect(Math.max(...numbers)).toBeLessThan(COMMON);
});

it('who has two such pieces is found before all that have one, wherever it stands', async () => {
  const { numbers, isCut } = await findNumbers(generation, sought('贸易', '科技'), 100);
  expect([numbers[0], numbers.length, isCut]).toEqual([BOTH, 100, true]);
});

it('who has a rare piece beside one comes first', async () => {
  const { numbers } = await findNumbers(generation, sought('贸易', '荣达'), 10);
  expect(numbers[0]).toBe(ALONE);
});

it('filters hold for all, however far behind they stand', async () => {
  const accepts = await acceptedBy(generation, [['科技', '荣达'], ['贸易']]);
  const { numbers, isCut } = await findNumbers(generation, { ...sought('贸易'), accepts }, 100);
  expect([[...numbers].sort((one, other) => one - other), isCut]).toEqual([[ALONE, BOTH], false]);
  const none = await acceptedBy(generation, [['宇宙']]);
  expect(await findNumbers(generation, { ...sought('贸易'), accepts: none }, 100)).toMatchObject({ numbers: [] });
});

it('who passes filters is read anew once the index has followed something, and only then', async () => {
  const { db } = generation.postings;
  await makeCurrent(db, { generation: 1, listsVersion: '', seq: 5 });
  const change = async (number: number): Promise<void> => {
    const changes = new PostingChanges();
    changes.add('status:IN_BUSINESS', number);
    await writePostings(generation, changes.take());
  };
  const passes = async (number: number): Promise<boolean> =>
    (await acceptedBy(generation, [['status:IN_BUSINESS']]))(number);
  await change(1);
  expect([await passes(1), await passes(2)]).toEqual([true, false]);
  await change(2);
  expect(await passes(2)).toBe(false);
  await keepSeq(db, 1, 6);
  expect([await passes(1), await passes(2)]).toEqual([true, true]);
});

it('what is taken out of the changes before they are written is not written, and what was there goes', async () => {
  const changes = new PostingChanges();
  changes.add('金鼎', 1);
  changes.add('金鼎', 2);
  changes.remove('金鼎', 1);
  changes.remove('荣达', ALONE);
  changes.add('荣达', 5);
  expect(changes.size).toBe(5);
  await writePostings(generation, changes.take());
  expect(changes.size).toBe(0);
  expect((await findNumbers(generation, sought('金鼎'), 10)).numbers).toEqual([2]);
  expect((await findNumbers(generation, sought('荣达'), 10)).numbers).toEqual([5]);
});
