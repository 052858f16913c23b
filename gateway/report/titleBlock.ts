import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './Pdfmake.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { BAND_HEIGHT, COLOUR, PAGE } from './reportStyle.ts';

const ICON = readFileSync(join(projectRoot(), 'src', 'portal', 'page', 'icon.svg'), 'utf8');
const ICON_SIZE = 40;
/** Where the words stand inside the band. */
const UP = 34;
/** From the lower edge of the band to what follows. */
const GAP = 26;
const WORDS_HEIGHT = 62;

/** Names the report and who issues it, in white on the band that the background draws. */
export function titleBlock(): Content {
  return {
    columns: [
      { svg: ICON, width: ICON_SIZE, margin: [0, 4, 0, 0] },
      {
        width: '*',
        stack: [
          { text: '公共信用信息报告', fontSize: 25, bold: true, color: COLOUR.white, characterSpacing: 2 },
          { text: 'Public Credit Information Report', fontSize: 9.5, color: COLOUR.mint, margin: [1, 0, 0, 0] },
        ],
      },
      {
        width: 'auto',
        stack: [
          { text: '福州市公共信用图谱', fontSize: 11, bold: true, color: COLOUR.white, alignment: 'right' },
          { text: '福州市信用办 出具', fontSize: 9, color: COLOUR.mint, alignment: 'right', margin: [0, 3, 0, 0] },
        ],
        margin: [0, 8, 0, 0],
      },
    ],
    columnGap: 14,
    margin: [0, -UP, 0, BAND_HEIGHT - (PAGE.top - UP) - WORDS_HEIGHT + GAP],
  };
}

/** The band itself, from edge to edge. */
export function titleBand(): Content {
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: PAGE.width, h: BAND_HEIGHT, color: COLOUR.deep },
      { type: 'rect', x: 0, y: BAND_HEIGHT, w: PAGE.width, h: 3, color: '#12806a' },
    ],
  };
}
