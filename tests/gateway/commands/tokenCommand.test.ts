import { tokenCommand } from '../../../gateway/commands/tokenCommand.ts';
import { runCommand } from '../../kit/runCommand.ts';

describe('credit-graph token', () => {
  it.each([[{ NODE_ENV: 'production' }], [{ DEVELOPMENT_ISSUER: 'off' }]])('gives none with %j', async (settings) => {
    const words = ['--department', 'registry'];
    await expect(runCommand(tokenCommand(), words, { DATA_DIR: '/nowhere', ...settings })).rejects.toMatchObject({
      code: 'DEVELOPMENT_ONLY',
    });
  });
});
