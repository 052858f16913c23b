import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGzip } from 'node:zlib';
import { openRows } from '../../../../src/ingest/read/openRows.ts';

const ROWS = 200_000;

/** What is in use behind a full collection, in MB. */
function megabytesInUse(): { heap: number; buffers: number } {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed / 1024 / 1024, buffers: external / 1024 / 1024 };
}

function line(n: number): string {
  return `${n},福州市第${n}有限公司,"第${n}类, ${'批发零售'.repeat(20 + (n % 20))}"\n`;
}

function* lines(): Generator<string> {
  yield '序号,名称,经营范围\n';
  for (let from = 0; from < ROWS; from += 1000) {
    yield Array.from({ length: 1000 }, (_, index) => line(from + index)).join('');
  }
}

describe('openRows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-rows-memory-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads 200,000 rows (80 MB unpacked) in a heap that hardly grows', async () => {
    const path = join(folder, 'large.csv.gz');
    await pipeline(Readable.from(lines()), createGzip({ level: 1 }), createWriteStream(path));
    const before = megabytesInUse();
    const most = { heap: 0, buffers: 0 };
    let count = 0;
    for await (const chunk of (await openRows(path)).rows) {
      count += chunk.length;
      if (count % 20_000 > 0) continue;
      const { heap, buffers } = megabytesInUse();
      most.heap = Math.max(most.heap, heap - before.heap);
      most.buffers = Math.max(most.buffers, buffers - before.buffers);
    }
    expect(count).toBe(ROWS);
    // Measured: 1 and 20. The rows held together would take 120 MB of heap.
    expect(most.heap).toBeLessThan(16);
    expect(most.buffers).toBeLessThan(40);
  }, 180_000);
});
