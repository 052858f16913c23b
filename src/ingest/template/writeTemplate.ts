import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { unwritable } from '../unwritable.ts';
import { csvTemplate } from './csvTemplate.ts';
import type { TemplateField } from './TemplateField.ts';
import { xlsxTemplate } from './xlsxTemplate.ts';

/** The kinds of files that a template can be. */
export type TemplateFormat = 'csv' | 'xlsx';

/**
 * Writes an empty file for a collection, to be filled in and imported.
 *
 * @param fields - the columns, in order
 * @param format - the kind of file
 * @param target - a path, or a stream, which is not ended
 * @throws IngestError where the path exists, since it may be a template that was filled in, or can not be written
 */
export async function writeTemplate(
  fields: readonly TemplateField[],
  format: TemplateFormat,
  target: string | Writable,
): Promise<void> {
  const content = format === 'csv' ? csvTemplate(fields) : await xlsxTemplate(fields);
  if (typeof target === 'string') await writeNew(target, content);
  else await writeOut(target, content);
}

async function writeNew(file: string, content: Buffer): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    throw unwritable(file, error);
  }
}

async function writeOut(target: Writable, content: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    target.write(content, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
