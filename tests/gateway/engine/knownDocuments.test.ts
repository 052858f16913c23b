import { TrustedDocuments } from '../../../gateway/documents/TrustedDocuments.ts';
import { knownDocuments } from '../../../gateway/engine/knownDocuments.ts';
import { readExamples } from '../../../src/portal/readExamples.ts';

describe('the documents that are known before they are asked for', () => {
  it('are the examples of the explorer', async () => {
    const known = await knownDocuments(new TrustedDocuments({}));
    expect(known.map(({ query }) => query)).toEqual((await readExamples()).map(({ query }) => query));
  });

  it('are the trusted ones as well, each once and by the SHA-256 of its text', async () => {
    const examples = await knownDocuments(new TrustedDocuments({}));
    const known = await knownDocuments(new TrustedDocuments({ one: '{ a }', two: '{ a }', three: '{ b }' }));
    expect(known.slice(examples.length)).toEqual([
      { query: '{ a }', hash: '1c7e1e347f726166b5b1c55afd61f278cc9b45e00c108ec33d540a566379811b' },
      { query: '{ b }', hash: '057b04649e8755c690649b6c6f320caa93fb107429e8b4bfb5b081a109264e8f' },
    ]);
  });
});
