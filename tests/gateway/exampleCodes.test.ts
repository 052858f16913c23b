import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exampleCodes } from '../../gateway/exampleCodes.ts';

/** A server that answers everything with one text. */
async function serverSaying(text: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, reply) => {
    reply.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const count = (totalCount: number | null) => ({ totalCount });

describe('the codes that examples show', () => {
  it('are those with facts of most departments first', async () => {
    const nodes = [
      { uscc: 'NONE', permits: count(0), penalties: count(0), judgmentDefaulterRecords: null },
      { uscc: 'MANY', permits: count(500), penalties: count(0), judgmentDefaulterRecords: count(null) },
      { uscc: 'ALL', permits: count(1), penalties: count(1), judgmentDefaulterRecords: count(1) },
    ];
    const fined = { uscc: 'FINED', permits: count(0), penalties: count(2), judgmentDefaulterRecords: count(0) };
    const penalties = { nodes: [{ subject: fined }, { subject: null }, { subject: { uscc: 'UNKNOWN', name: null } }] };
    const data = { penalties, judgmentDefaulters: null, enterprises: { nodes: [...nodes, fined] } };
    const { url, server } = await serverSaying(JSON.stringify({ data }));
    expect(await exampleCodes(url)).toEqual(['ALL', 'MANY', 'FINED', 'NONE']);
    server.close();
  });

  for (const [name, text] of [
    ['an empty database', '{"data":{"enterprises":{"nodes":[]}}}'],
    ['a department that is down', '{"data":{"enterprises":null},"errors":[]}'],
    ['errors alone', '{"errors":[{"message":"x"}]}'],
    ['no JSON', 'oops'],
  ] as const) {
    it(`are none with ${name}`, async () => {
      const { url, server } = await serverSaying(text);
      expect(await exampleCodes(url)).toEqual([]);
      server.close();
    });
  }

  it('are none where nobody listens', async () => {
    expect(await exampleCodes('http://127.0.0.1:1')).toEqual([]);
  });
});
