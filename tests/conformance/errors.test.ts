import { filesUnder, ROOT } from './repositoryFiles.ts';
import type { ErrorEntry } from '../../src/errors/codes.ts';

type Row = readonly [code: string, entry: ErrorEntry];

/** The rows of every table in src/errors, each exported by a file called `…codes.ts`. */
const rows: Row[] = await Promise.all(
  filesUnder('src/errors')
    .filter((file) => /codes\.ts$/i.test(file))
    .map(async (file) =>
      Object.values((await import(`${ROOT}/${file}`)) as object)
        .filter(isTable)
        .flatMap((table) => Object.entries(table)),
    ),
).then((tables) => tables.flat());

const braces = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const offenders = (isWrong: (entry: ErrorEntry) => boolean): string[] =>
  rows.filter(([, entry]) => isWrong(entry)).map(([code]) => code);

describe('the error tables', () => {
  it('are found, the kernel and the gateway among them', () => {
    expect(rows.map(([code]) => code)).toEqual(expect.arrayContaining(['FORBIDDEN', 'INTERNAL_SERVER_ERROR']));
  });

  it('use each code once, in capitals', () => {
    const codes = rows.map(([code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index || !/^[A-Z][A-Z0-9_]+$/.test(code))).toEqual([]);
  });

  it('say everything in English and in Chinese', () => {
    expect(offenders(({ en, action }) => !en.trim() || !action.trim() || /\p{Script=Han}/u.test(en + action))).toEqual(
      [],
    );
    expect(offenders(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  it('name the same details in both languages', () => {
    expect(offenders(({ en, zh }) => braces(en).join() !== braces(zh).join())).toEqual([]);
  });

  it('carry an HTTP status that a server may answer with', () => {
    expect(offenders(({ http }) => !(http === 200 || (http >= 400 && http <= 599 && Number.isInteger(http))))).toEqual(
      [],
    );
  });
});

function isTable(exported: unknown): exported is Record<string, ErrorEntry> {
  if (typeof exported !== 'object' || exported === null) return false;
  return Object.values(exported).some(
    (entry) => typeof entry === 'object' && entry !== null && 'en' in entry && 'zh' in entry,
  );
}
