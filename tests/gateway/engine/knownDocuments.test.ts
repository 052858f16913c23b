import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { knownDocuments } from '../../../gateway/engine/knownDocuments.ts';
import { readExamples } from '../../../src/portal/readExamples.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const folder = temporaryFolder();

async function file(content: string): Promise<string> {
  const path = join(folder, 'documents.json');
  await writeFile(path, content);
  return path;
}

describe('the documents that are known before they are asked for', () => {
  it('are the examples of the explorer', async () => {
    const known = await knownDocuments(undefined);
    expect(known.map(({ query }) => query)).toEqual((await readExamples()).map(({ query }) => query));
  });

  it('are those of a file as well, each once and by the SHA-256 of its text', async () => {
    const examples = await knownDocuments(undefined);
    const known = await knownDocuments(await file('{"one":"{ a }","two":"{ a }","three":"{ b }"}'));
    expect(known.slice(examples.length)).toEqual([
      { query: '{ a }', hash: '1c7e1e347f726166b5b1c55afd61f278cc9b45e00c108ec33d540a566379811b' },
      { query: '{ b }', hash: '057b04649e8755c690649b6c6f320caa93fb107429e8b4bfb5b081a109264e8f' },
    ]);
  });

  it.each([
    ['["{ a }"]', /documents\.json can not be used:\nmust be one JSON object of documents by their hash/],
    ['{"one":1}', /documents\.json can not be used:\nInvalid input: expected string/],
    ['{', /documents\.json can not be used:\n.*JSON/],
  ])('keep the product from starting where the file has another form: %s', async (content, message) => {
    await expect(knownDocuments(await file(content))).rejects.toThrow(message);
  });

  it('keep it from starting where there is no such file', async () => {
    await expect(knownDocuments(join(folder, 'none.json'))).rejects.toThrow(/ENOENT/);
  });
});
