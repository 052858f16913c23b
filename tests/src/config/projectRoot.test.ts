import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';

describe('projectRoot', () => {
  it('is the folder that npm calls the package', () => {
    const content = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { name: string };
    expect(content.name).toBe('credit-graph');
    expect(projectRoot()).toBe(process.cwd());
  });

  it('is found from the built file too, past the package.json of others', async () => {
    const product = await mkdtemp(join(tmpdir(), 'project-root-'));
    const built = join(product, 'dist', 'src', 'config');
    await mkdir(built, { recursive: true });
    await cp(join(projectRoot(), 'src/config/projectRoot.ts'), join(built, 'projectRoot.ts'));
    await writeFile(join(product, 'package.json'), '{"name":"credit-graph"}');
    await writeFile(join(product, 'dist', 'package.json'), '{"type":"module"}');
    const moved = (await import(join(built, 'projectRoot.ts'))) as { projectRoot: typeof projectRoot };
    expect(moved.projectRoot()).toBe(product);
    await rm(product, { recursive: true });
  });
});
