import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const HAS_POPPLER = existsSync('/usr/bin/pdftotext');

/** What stands behind the title of a test that is skipped; empty where PDF files can be read. */
export const NO_POPPLER = HAS_POPPLER ? '' : ' (skipped: no pdftotext in /usr/bin)';

/** A test that reads PDF files by another program than the one that wrote them; counted as skipped where there is none. */
export const withPoppler = HAS_POPPLER ? it : it.skip;

/**
 * Reads the text of a PDF file, in the order in which it was written, without any white space: where lines break is for the layout to say.
 *
 * @param file - its path
 */
export async function pdfText(file: string): Promise<string> {
  return withoutBlanks((await run('pdftotext', ['-raw', file, '-'])).stdout);
}

/** Text without any white space. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

/**
 * Lists the fonts of a PDF file.
 *
 * @param file - its path
 * @returns name, and whether it is embedded, a subset, and readable as Unicode
 */
export async function pdfFonts(file: string): Promise<readonly { name: string; marks: string }[]> {
  const { stdout } = await run('pdffonts', [file]);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => ({ name: line.split(/\s+/)[0] ?? '', marks: /((?:yes|no) +){3}/.exec(line)?.[0].trim() ?? '' }));
}

/**
 * Renders the pages of a PDF file.
 *
 * @param file - its path; the images lie beside it
 * @returns paths of PNG files, in order
 */
export async function pdfPages(file: string): Promise<readonly string[]> {
  const stem = `${basename(file, '.pdf')}-page`;
  await run('pdftoppm', ['-r', '60', '-png', file, join(dirname(file), stem)]);
  const names = (await readdir(dirname(file))).filter((name) => name.startsWith(stem));
  return names.toSorted().map((name) => join(dirname(file), name));
}
