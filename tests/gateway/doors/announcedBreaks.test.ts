import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcedBreaks } from '../../../gateway/doors/announcedBreaks.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('announcedBreaks', () => {
  const path = join(temporaryFolder(), 'breaking.yaml');
  const reading = async (text: string) => {
    writeFileSync(path, text);
    return announcedBreaks(path);
  };

  it('reads what was announced; days stay text', async () => {
    const [entry] = await reading(
      '- { coordinate: Query.a, doors: [open, my], from: 2027-01-01, reason: 以 b 替代 }\n',
    );
    expect(entry).toEqual({ coordinate: 'Query.a', doors: ['open', 'my'], from: '2027-01-01', reason: '以 b 替代' });
  });

  it('is empty without a file, and where nothing is announced', async () => {
    expect(await announcedBreaks(join(path, 'nowhere'))).toEqual([]);
    expect(await reading('# nothing\n')).toEqual([]);
    expect(await announcedBreaks(join(projectRoot(), 'schema', 'breaking.yaml'))).toEqual([]);
  });

  it('lists what is wrong', async () => {
    const wrong = reading('- { coordinate: Query.a, doors: [front], from: soon }\n');
    await expect(wrong).rejects.toMatchObject({
      code: 'DEFINITIONS_INVALID',
      details: { problems: expect.stringMatching(/0\.doors\.0: [^]*0\.from: write a day[^]*0\.reason: /) as string },
    });
    await expect(reading('- [')).rejects.toMatchObject({ code: 'DEFINITIONS_INVALID' });
  });
});
