import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { importFile } from '../../../src/ingest/importFile.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import { judgmentDefaulters } from '../../../subgraphs/judiciary/collections/judgmentDefaulters.ts';
import { department } from '../../../subgraphs/judiciary/department.ts';
import { NOW, openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { enter, LISTING, PERSON_LISTING, UNIT } from './courtTest.ts';

const folder = temporaryFolder();
const profiles = loadProfiles(join(projectRoot(), 'subgraphs', 'judiciary', 'sources'));
let courts: TestDepartment;
beforeEach(async () => {
  courts = await openDepartment(department);
});
afterEach(() => courts.close());

const CORRECT = `mutation ($id: ID!, $input: JudgmentDefaulterInput!) {
  result: judgmentDefaulterCorrect(id: $id, input: $input, note: "更正") { revision qualityFlags errors { field code message } }
}`;

async function correct(id: string, input: object, locale: 'en' | 'zh' = 'en'): Promise<unknown> {
  const { data } = await courts.ask(CORRECT, { id, input }, { caller: staffOf('judiciary'), locale });
  return data?.['result'];
}

async function storedRecord(): Promise<unknown> {
  const [fact] = await courts.subgraph.database.facts(judgmentDefaulters).find().toArray();
  const { subjectCategory = null, usageScope } = fact?.record ?? {};
  return [subjectCategory, usageScope, fact?.subjectUscc ?? null];
}

/** Imports a row in the form of the real list, whose enterprise nobody knows. */
async function imported(cells: Readonly<Record<string, string>>): Promise<string> {
  const [profile] = profiles;
  const columns = [...Object.keys(profile?.columns ?? {}), ...(profile?.ignored ?? []), 'list_id', 'ocr_source'];
  const row = { list_id: 'finance_debtors', ...cells };
  const path = join(folder, 'defaulters.csv');
  writeFileSync(path, [columns, columns.map((column) => new Map(Object.entries(row)).get(column) ?? '')].join('\n'));
  const directory = { find: () => Promise.resolve([]) };
  const { database } = courts.subgraph;
  const operator = 'li@judiciary';
  await importFile({ path, collection: judgmentDefaulters, database, directory, profiles, operator, now: NOW });
  const [fact] = await database.facts(judgmentDefaulters).find().toArray();
  return fact?._id ?? '';
}

describe('a corrected listing', () => {
  it('of a unit that is a person after all is a person’s in all that is stored, and stays it', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    const person = { subjectUscc: null, subjectCategory: 'NATURAL_PERSON', legalRepresentative: null };
    expect(await correct(id, person)).toMatchObject({ revision: 2, errors: [] });
    expect(await storedRecord()).toEqual(['NATURAL_PERSON', 'AUTHORISED_QUERY', null]);
    const unit = { subjectUscc: UNIT, subjectCategory: 'LEGAL_OR_UNINCORPORATED' };
    expect(await correct(id, unit)).toMatchObject({ errors: [{ field: 'subjectCategory', code: 'PERSON_CHANGED' }] });
    expect(await storedRecord()).toEqual(['NATURAL_PERSON', 'AUTHORISED_QUERY', null]);
  });

  it.each([{ subjectCategory: null }, { subjectCategory: null, subjectUscc: UNIT, idNo: null }])(
    'of a person does not lose its category: %j',
    async (input) => {
      const id = await enter(courts, 'JudgmentDefaulter', PERSON_LISTING);
      const wanted = [{ field: 'subjectCategory', code: 'PERSON_CHANGED' }];
      expect(await correct(id, input)).toMatchObject({ revision: null, errors: wanted });
      expect(await storedRecord()).toEqual(['NATURAL_PERSON', 'AUTHORISED_QUERY', null]);
    },
  );

  it('of finance_debtors is decided and linked by the court though its source never had what the law wants', async () => {
    const id = await imported({
      subject_name_raw: '某某纸业有限公司',
      case_or_rectification_raw: '（2017）闽01执1号',
      decided_by_raw: '某某法院',
    });
    const before = await courts.subgraph.database.facts(judgmentDefaulters).findOne({ _id: id });
    expect(before?.record.qualityFlags).toEqual(['INCOMPLETE_SOURCE', 'SUBJECT_UNLINKED', 'WINDOW_UNKNOWN']);
    const input = { subjectUscc: UNIT, conduct: ['BREACHES_PROPERTY_REPORTING'], listedOn: '2025-03-10' };
    expect(await correct(id, input)).toMatchObject({ revision: 2, qualityFlags: ['INCOMPLETE_SOURCE'], errors: [] });
    expect(await storedRecord()).toEqual(['LEGAL_OR_UNINCORPORATED', 'PUBLIC', UNIT]);
  });

  it.each([
    ['en', 'not a number (a minor must not be listed)'],
    ['zh', '数值有误（未成年人不得列入名单）'],
  ] as const)('that breaks the court’s own rules is refused in the caller’s language: %s', async (locale, message) => {
    const id = await enter(courts, 'JudgmentDefaulter', PERSON_LISTING);
    expect(await correct(id, { age: 12 }, locale)).toMatchObject({
      errors: [{ field: 'age', code: 'NUMBER_INVALID', message }],
    });
  });
});
