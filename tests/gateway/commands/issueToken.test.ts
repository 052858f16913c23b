import { issueToken, readDuration } from '../../../gateway/commands/issueToken.ts';
import { verifyDevToken } from '../../../src/identity/devTokens.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('a token from the command line', () => {
  const keysDir = temporaryFolder();
  const grant = { department: 'tax', operator: 'li', ttl: 60 };

  it('is accepted by a product on the same data folder', async () => {
    const token = await issueToken({ keysDir }, ['courts', 'tax'], grant);
    const key = await openKeyPair(keysDir, 'tokens');
    expect(await verifyDevToken(key, token)).toMatchObject({ department: 'tax', operator: 'li' });
  });

  it('is not given for a department that there is not, whose names are told', async () => {
    await expect(issueToken({ keysDir }, ['courts', 'tax'], { ...grant, department: 'taxes' })).rejects.toThrow(
      'There is no department of this name; there are courts, tax.',
    );
  });

  it('reads query plans where that is wanted', async () => {
    const token = await issueToken({ keysDir }, ['tax'], { ...grant, plans: true });
    const key = await openKeyPair(keysDir, 'tokens');
    expect((await verifyDevToken(key, token)).scopes).toEqual(new Set(['tax:*', 'gateway:plan:read']));
  });

  it('is given for an enterprise by its code', async () => {
    const enterprise = '91350100m000100y43';
    const token = await issueToken({ keysDir }, ['tax'], { enterprise, operator: 'li', ttl: 60 });
    const key = await openKeyPair(keysDir, 'tokens');
    expect(await verifyDevToken(key, token)).toEqual({
      audience: 'SUBJECT',
      subject: '91350100M000100Y43',
      operator: 'li',
      scopes: new Set(),
    });
  });

  it.each([
    ['both', { department: 'tax', enterprise: '91350100M000100Y43' }, 'Name either --department or --enterprise.'],
    ['neither', {}, 'Name either --department or --enterprise.'],
    ['an enterprise that reads plans', { enterprise: '91350100M000100Y43', plans: true }, 'Only a department reads'],
    ['a wrong code', { enterprise: '91350100M000100Y44' }, 'This is not a valid unified social credit code.'],
  ])('is not given for %s', async (_what, wish, message) => {
    const use = { operator: 'li', ttl: 60 };
    await expect(issueToken({ keysDir }, ['tax'], { ...wish, ...use })).rejects.toThrow(message);
  });
});

describe('a duration', () => {
  for (const [text, seconds] of [
    ['45s', 45],
    ['30m', 1_800],
    ['8h', 28_800],
    ['7d', 604_800],
  ] as const) {
    it(`of ${text} is ${seconds} seconds`, () => {
      expect(readDuration(text)).toBe(seconds);
    });
  }

  for (const text of ['', '8', 'h', '0h', '-1h', '1.5h', '8 h', '8w', '100000d']) {
    it(`is not "${text}"`, () => {
      expect(() => readDuration(text)).toThrow('Write a duration such as 30m, 8h or 7d.');
    });
  }
});
