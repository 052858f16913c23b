import { pageRequest, toConnection, type ConnectionOf } from '../../../src/data/connection.ts';
import { AppError } from '../../../src/errors/AppError.ts';

interface Row {
  readonly id: string;
}

const ROWS: readonly Row[] = ['c', 'b', 'a'].map((id) => ({ id }));

/** A page of rows, and how often the whole list was counted. */
function pageOf(
  rows: readonly Row[],
  first: number,
  after?: string,
): { page: ConnectionOf<Row>; counted: () => number } {
  let counts = 0;
  const count = (): Promise<number> => {
    counts += 1;
    return Promise.resolve(99);
  };
  const page = toConnection(
    rows,
    pageRequest({ first, after }, 'toy.notices'),
    ({ id }) => ({ sort: '2026-01-01', id }),
    count,
  );
  return { page, counted: () => counts };
}

describe('a page of a list', () => {
  it('counts nothing where the first page holds everything', async () => {
    const { page, counted } = pageOf(ROWS, 3);
    expect([await page.totalCount(), counted(), page.pageInfo.hasNextPage]).toEqual([3, 0, false]);
  });

  it('counts the list where there is more, or where something came before', async () => {
    const more = pageOf(ROWS, 2);
    expect([await more.page.totalCount(), more.counted(), more.page.nodes.length]).toEqual([99, 1, 2]);
    const { startCursor } = more.page.pageInfo;
    const later = pageOf(ROWS.slice(1), 5, startCursor ?? '');
    expect([await later.page.totalCount(), later.counted(), later.page.pageInfo.hasPreviousPage]).toEqual([
      99,
      1,
      true,
    ]);
  });

  it('gives the same cursors on edges and on the page itself', () => {
    const { page } = pageOf(ROWS, 3);
    const cursors = page.edges.map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(3);
    expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([cursors[0], cursors[2]]);
    const empty = pageOf([], 3).page;
    expect([empty.edges, empty.pageInfo.startCursor, empty.pageInfo.endCursor]).toEqual([[], null, null]);
  });

  it.each([0, -1, 101, 1_000_000])('refuses %i rows', (first) => {
    expect(() => pageRequest({ first }, 'toy.notices')).toThrow(AppError);
    expect(() => pageRequest({ first }, 'toy.notices')).toThrow('between 1 and 100');
  });
});
