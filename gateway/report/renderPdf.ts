import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONTS } from './reportStyle.ts';

const FONT_FILES: ReadonlySet<string> = new Set(
  Object.values(FONTS).flatMap(({ normal, bold }) => [normal, bold].filter((file) => typeof file === 'string')),
);

pdfmake.setFonts(FONTS);
// Text of a report is never taken for an address or a file; the fonts are all that is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/**
 * Makes a PDF file, with the used glyphs of its fonts in it.
 *
 * @param document - what it says
 */
export async function renderPdf(document: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf(document).getBuffer();
}
