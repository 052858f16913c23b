import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSubgraphs } from '../../../gateway/remote/readSubgraphs.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the file of subgraphs', () => {
  const path = join(temporaryFolder(), 'subgraphs.yaml');
  const read = async (text: string): Promise<unknown> => {
    await writeFile(path, text);
    return readSubgraphs(path).then(
      (addresses) => Object.fromEntries(addresses),
      (error: unknown) => String(error),
    );
  };

  it('gives addresses and timeouts', async () => {
    const text = 'subgraphs:\n  tax: http://10.0.0.7:4101\n  courts: { url: "https://courts/graphql", timeout: 2.5 }\n';
    expect(await read(text)).toEqual({
      tax: { url: 'http://10.0.0.7:4101/graphql', deadlineMs: 10_000 },
      courts: { url: 'https://courts/graphql', deadlineMs: 2_500 },
    });
  });

  it('names everything that is wrong with it', async () => {
    expect(await read('subgraphs: { tax: nowhere, courts: { url: "http://c", retries: 3 } }')).toMatch(
      /subgraphs\.tax[^]*subgraphs\.courts/,
    );
    expect(await read('subgraphs: [')).toContain('can not be used');
    expect(await read('departments: {}')).toContain('subgraphs');
    await expect(readSubgraphs(`${path}.none`)).rejects.toThrow('ENOENT');
  });
});
