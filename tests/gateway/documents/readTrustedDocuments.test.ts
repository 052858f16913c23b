import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTrustedDocuments } from '../../../gateway/documents/readTrustedDocuments.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const HASH = '1c7e1e347f726166b5b1c55afd61f278cc9b45e00c108ec33d540a566379811b';

describe('the file of trusted documents', () => {
  const folder = temporaryFolder();
  const file = async (content: string): Promise<string> => {
    const path = join(folder, 'documents.json');
    await writeFile(path, content);
    return path;
  };

  it.each(['mine', HASH, `sha256:${HASH}`])('gives a document by its id and by its SHA-256: %s', async (id) => {
    const trusted = await readTrustedDocuments(await file(JSON.stringify({ [id]: '{ a }' })));
    const ids = [id, HASH, `sha256:${HASH}`, 'yours', 'constructor'];
    expect(ids.map((asked) => trusted.find(asked))).toEqual(['{ a }', '{ a }', '{ a }', undefined, undefined]);
    expect(['{ a }', '{a}'].map((query) => trusted.trusts(query))).toEqual([true, false]);
  });

  it('gives none where none is named', async () => {
    expect((await readTrustedDocuments(undefined)).all).toEqual([]);
  });

  it.each([
    ['["{ a }"]', /documents\.json can not be used:\nmust be one JSON object of documents by their id/],
    ['{"one":1}', /documents\.json can not be used:\nInvalid input: expected string/],
    ['{', /documents\.json can not be used:\n.*JSON/],
    [`{"${HASH}":"{ b }"}`, /1c7e\w+ is not the SHA-256 of its document/],
  ])('keeps the product from starting where it has another form: %s', async (content, message) => {
    await expect(readTrustedDocuments(await file(content))).rejects.toThrow(message);
  });

  it('keeps it from starting where it is not there', async () => {
    await expect(readTrustedDocuments(join(folder, 'none.json'))).rejects.toThrow(/ENOENT/);
  });
});
