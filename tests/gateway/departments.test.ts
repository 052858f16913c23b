import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadDepartments } from '../../gateway/departments.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

describe('finding the departments', () => {
  const root = temporaryFolder();

  /** A folder of departments, each with the text of its module. */
  function departmentsFolder(name: string, modules: Readonly<Record<string, string>>): URL {
    for (const [department, text] of Object.entries(modules)) {
      mkdirSync(join(root, name, department), { recursive: true });
      writeFileSync(join(root, name, department, 'department.ts'), text);
    }
    return pathToFileURL(join(root, name, '/'));
  }

  it('loads every folder that holds a department, by name', async () => {
    const folder = departmentsFolder('good', {
      tax: "export const department = { name: 'tax' };",
      courts: "export const department = { name: 'courts' };",
    });
    mkdirSync(join(root, 'good', 'drafts'));
    writeFileSync(join(root, 'good', 'notes.md'), '');
    expect(await loadDepartments(folder)).toEqual([{ name: 'courts' }, { name: 'tax' }]);
  });

  it('refuses a department that calls itself otherwise than its folder', async () => {
    const folder = departmentsFolder('renamed', { tax: "export const department = { name: 'taxes' };" });
    await expect(loadDepartments(folder)).rejects.toThrow(/names its department taxes, its folder tax/);
  });

  it('refuses a module that exports no department', async () => {
    const folder = departmentsFolder('empty', { tax: 'export const other = 1;' });
    await expect(loadDepartments(folder)).rejects.toThrow('does not export `department`');
  });
});
