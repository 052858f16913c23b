import { othersCounter } from '../../../../src/ingest/read/othersCounter.ts';
import { openRows } from '../../../../src/ingest/read/openRows.ts';
import { upload } from './readAll.ts';

const changes = (value: string): string => `{"collection":"registry.changes","item":"${value}"}\n`;
const pledges = (value: string): string => `{"collection":"registry.pledges","item":"${value}"}\n`;

describe('othersCounter', () => {
  const count = othersCounter('registry.changes');

  it.each([
    ['other collections', pledges('一') + pledges('二') + changes('三').replace('changes', 'permits'), 3],
    ['one other row without a line end', pledges('一').trimEnd(), 1],
    ['a collection whose name begins alike', changes('一').replace('changes', 'changesOfOld'), 1],
    ['a row of its own among them', pledges('一') + changes('二') + pledges('三'), undefined],
    ['a row that names no collection', `${pledges('一')}{"item":"二"}\n`, undefined],
    ['a row that names none last', `${pledges('一')}{}`, undefined],
    ['a row that names one later', `${pledges('一')}{"item":"二","collection":"registry.pledges"}\n`, undefined],
    ['an empty line', `${pledges('一')}\n${pledges('二')}`, undefined],
    ['a name that is none', pledges('一').replace('registry.', ''), undefined],
  ])('tells of %s', (_, text, lines) => {
    expect(count(Buffer.from(text))).toBe(lines);
  });

  it('lets rows keep their numbers, wherever those of other collections stand in a long file', async () => {
    const long = '很长'.repeat(50);
    const others = Array.from({ length: 2_000 }, () => pledges(long)).join('');
    const parts = [
      others,
      changes('甲'),
      others,
      '{"item":"乙"}\n',
      others,
      changes('丙'),
      '\n',
      pledges('丁'),
      others,
    ];
    const source = await openRows(upload(parts.join('')), { collection: 'registry.changes' });
    const rows: unknown[] = [];
    for await (const chunk of source.rows) rows.push(...chunk.map(({ number, cells }) => [number, ...cells]));
    expect(rows).toEqual([
      [2_001, '甲'],
      [4_002, '乙'],
      [6_003, '丙'],
    ]);
    expect([source.others, source.encoding]).toEqual([8_001, 'UTF-8']);
  });
});
