import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startToyGateway } from '../../kit/startToyGateway.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const EXAMPLES = [{ title: '示例', query: '{ taxYears }\n', variables: {} }];

describe('serving the explorer', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>图谱</title>');
  writeFileSync(join(folder, 'assets', 'main-ABC.js'), 'export {};');

  it('gives the page with a policy that lets it load from this server only', async () => {
    const gateway = await startToyGateway({ portalFolder: folder });
    const page = await gateway.send('/open');
    await gateway.stop();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toBe('<!doctype html><title>图谱</title>');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('gives its files for ever, and nothing outside their folder', async () => {
    const gateway = await startToyGateway({ portalFolder: folder });
    const file = await gateway.send('/portal/assets/main-ABC.js');
    const outside = await gateway.send('/portal/assets/..%2Findex.html');
    const missing = await gateway.send('/portal/assets/other.js');
    await gateway.stop();
    expect([file.status, file.text]).toEqual([200, 'export {};']);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect([outside.status, missing.status]).toEqual([404, 404]);
  });

  it('gives the examples', async () => {
    const gateway = await startToyGateway({ portalFolder: folder, examples: async () => Promise.resolve(EXAMPLES) });
    const examples = await gateway.send('/portal/open.json');
    await gateway.stop();
    expect(examples.body).toEqual(EXAMPLES);
  });

  it('says how to build the page where it is not built, while the graph answers', async () => {
    const gateway = await startToyGateway({ portalFolder: join(folder, 'nowhere') });
    const page = await gateway.send('/internal');
    const graph = await gateway.ask('{ taxYears }');
    await gateway.stop();
    expect(page.status).toBe(503);
    expect(page.text).toContain('npm run build:portal');
    expect(graph.status).toBe(200);
  });
});
