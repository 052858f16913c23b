import { createRequire } from 'node:module';
import type { DocumentDefinition, Pdfmake } from './Pdfmake.ts';
import { FONTS } from './reportStyle.ts';

const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake;

const FONT_FILES: ReadonlySet<string> = new Set(Object.values(FONTS).flatMap(({ normal, bold }) => [normal, bold]));

pdfmake.setFonts(FONTS);
// Text of a report is never taken for an address or a file; the fonts are all that is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/**
 * Makes a PDF file, with the used glyphs of its fonts in it.
 *
 * @param document - what it says
 */
export async function renderPdf(document: DocumentDefinition): Promise<Buffer> {
  return pdfmake.createPdf(document).getBuffer();
}
