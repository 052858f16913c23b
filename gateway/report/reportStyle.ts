import { createRequire } from 'node:module';
import type { FontFiles, Style, TableLayout } from './Pdfmake.ts';

const FONT_PACKAGE = '@expo-google-fonts/noto-sans-sc';
const { resolve } = createRequire(import.meta.url);

/** Name of the one font: Noto Sans SC (SIL Open Font License 1.1), whose used glyphs are embedded. */
export const FONT = 'NotoSansSC';

/** Files of the font; medium stands for bold. */
export const FONTS: Readonly<Record<string, FontFiles>> = {
  [FONT]: {
    normal: resolve(`${FONT_PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`),
    bold: resolve(`${FONT_PACKAGE}/500Medium/NotoSansSC_500Medium.ttf`),
  },
};

/** Colours of the page, those of the portal. */
export const COLOUR = {
  deep: '#0a4f43',
  green: '#0b5d4e',
  mint: '#b9dfd2',
  band: '#eef6f3',
  line: '#d3e1dc',
  ink: '#1b2926',
  faint: '#61726d',
  red: '#a5301c',
  redBand: '#fbeae6',
  amber: '#8a5a00',
  amberBand: '#fff2d4',
  white: '#ffffff',
} as const;

/** A4 in points, and the margins around what is written. */
export const PAGE = { width: 595.28, margin: 44, top: 66, bottom: 58 } as const;

/** Width of what is written. */
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Height of the dark band at the head of the first page. */
export const BAND_HEIGHT = 106;

/** Styles by name. */
export const STYLES: Readonly<Record<string, Style>> = {
  heading: { fontSize: 12, bold: true, color: COLOUR.green },
  columnHead: { fontSize: 8, color: COLOUR.faint },
  cell: { fontSize: 9, lineHeight: 1.25 },
  small: { fontSize: 7.5, color: COLOUR.faint, lineHeight: 1.35 },
  label: { fontSize: 8.5, color: COLOUR.faint },
};

/** Thin lines between rows and none beside them. */
export const ROWS: TableLayout = {
  hLineWidth: (index, node) => (index === 0 ? 0 : index === (node.table.headerRows ?? 0) ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (index, node) => (index === (node.table.headerRows ?? 0) ? COLOUR.green : COLOUR.line),
  paddingTop: () => 4.5,
  paddingBottom: () => 4.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};
