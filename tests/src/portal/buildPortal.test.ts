import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildPortal } from '../../../src/portal/buildPortal.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the built explorer', () => {
  const folder = temporaryFolder();
  const assets = join(folder, 'assets');

  beforeAll(() => buildPortal(folder), 60_000);

  it('has a page that loads nothing from elsewhere, and whose files are there', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).toContain('<title>福州市公共信用图谱 · Credit Graph</title>');
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      if (address.startsWith('data:')) continue;
      expect(address).toMatch(/^\/portal\/assets\//);
      expect(readdirSync(assets)).toContain(address.slice('/portal/assets/'.length));
    }
  });

  it('has the workers of the editor beside it', () => {
    const names = readdirSync(assets).filter((name) => /\.worker-\w+\.js$/.test(name));
    expect(names.map((name) => name.split('-')[0]).toSorted()).toEqual([
      'editor.worker',
      'graphql.worker',
      'json.worker',
    ]);
  });

  it('has every file compressed as well', () => {
    const names = readdirSync(assets).filter((name) => !name.endsWith('.gz'));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const plain = readFileSync(join(assets, name));
      expect(gunzipSync(readFileSync(join(assets, `${name}.gz`))).equals(plain)).toBe(true);
    }
  });

  it('loads no style or font from elsewhere', () => {
    const styles = readdirSync(assets).filter((name) => name.endsWith('.css'));
    for (const name of styles) {
      const css = readFileSync(join(assets, name), 'utf8');
      const addresses = [...css.matchAll(/url\(["']?([^"')]{0,80})/g)].map(([, address = '']) => address);
      expect(addresses.filter((address) => !/^(data:|\/portal\/assets\/|#)/.test(address))).toEqual([]);
      expect(css).not.toContain('@import');
    }
  });
});
