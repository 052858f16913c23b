import { once } from 'node:events';
import { connect } from 'node:net';
import { startToyGateway } from '../../kit/startToyGateway.ts';

/** An operation as it goes over the wire. */
function rawRequest(query: string): string {
  const body = JSON.stringify({ query });
  const head = `host: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
  return `POST /graphql HTTP/1.1\r\n${head}\r\n\r\n${body}`;
}

describe('the HTTP server', () => {
  it('runs nothing that arrives on an open connection after it was told to stop', async () => {
    const gateway = await startToyGateway();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.write(rawRequest('{ slow(milliseconds: 300) }'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = gateway.stop();
    socket.write(rawRequest('mutation { rename(uscc: "91350100M000100Y43", name: "late") { name } }'));
    await Promise.all([stopped, once(socket, 'close')]);
    expect(said).toContain('{"data":{"slow":"done"}}');
    expect(said).toContain('connection: close');
    expect(gateway.probe.renamed).toEqual([]);
  });

  it('refuses a request whose address makes no sense with 400', async () => {
    const gateway = await startToyGateway();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.write('GET /graphql?query=x HTTP/1.1\r\nhost: [\r\nconnection: close\r\n\r\n');
    await once(socket, 'close');
    await gateway.stop();
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).toContain('"code":"BAD_REQUEST"');
  });
});
