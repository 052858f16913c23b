import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysCommand } from '../../../gateway/commands/keysCommand.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph keys', () => {
  const folder = temporaryFolder();
  const environment = { DATA_DIR: folder };

  it('replaces a key, keeps the old public one, and lists both', async () => {
    const old = await openKeyPair(join(folder, 'keys'), 'checkpoints');
    const said = await runCommand(keysCommand(), ['rotate', 'checkpoints', '--grace', '1h'], environment);
    const fresh = await openKeyPair(join(folder, 'keys'), 'checkpoints');
    expect(said).toMatch(new RegExp(`^checkpoints {2}${old.kid} -> ${fresh.kid} {2}\\(`));
    const listed = await runCommand(keysCommand(), ['list'], environment);
    expect(listed.trim().split('\n').toSorted()).toEqual(
      [`checkpoints  ${old.kid}`, `checkpoints  ${fresh.kid}`].toSorted(),
    );
    const kept = readFileSync(join(folder, 'keys', `checkpoints.${old.kid}.pub.jwk`), 'utf8');
    expect(kept).not.toContain('"d"');
  });
});
