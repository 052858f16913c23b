// What the report uses of pdfmake 0.3, in its own words: the published types bring the browser's into every file of the product.

/** Space around something, in points: left, top, right, bottom. */
export type Margins = readonly [number, number, number, number];

/** How text looks and where it stands. */
export interface Style {
  readonly font?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly opacity?: number;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly lineHeight?: number;
  readonly noWrap?: boolean;
  readonly characterSpacing?: number;
  readonly margin?: Margins;
}

/** What every kind of content takes. */
export interface Placed extends Style {
  readonly style?: string;
  readonly width?: number | 'auto' | '*';
  readonly columnGap?: number;
  readonly unbreakable?: boolean;
}

/** A straight line or a rectangle. */
export type Shape =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly color: string;
    }
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
    };

/** A table; the first rows are repeated on every page. */
export interface Table {
  readonly widths: readonly (number | 'auto' | '*')[];
  readonly body: readonly (readonly TableCell[])[];
  readonly headerRows?: number;
  readonly keepWithHeaderRows?: number;
  readonly dontBreakRows?: boolean;
}

/** Lines, colours and paddings of a table, in points. */
export interface TableLayout {
  readonly hLineWidth?: (row: number, node: { readonly table: Table }) => number;
  readonly vLineWidth?: () => number;
  readonly hLineColor?: (row: number, node: { readonly table: Table }) => string;
  readonly fillColor?: () => string;
  readonly paddingTop?: () => number;
  readonly paddingBottom?: () => number;
  readonly paddingLeft?: () => number;
  readonly paddingRight?: () => number;
}

/** Anything that can be put on a page. */
export type Content =
  | string
  | readonly Content[]
  | (Placed & { readonly text: Content; readonly link?: string })
  | (Placed & { readonly stack: readonly Content[] })
  | (Placed & { readonly columns: readonly Content[] })
  | (Placed & { readonly ol: readonly Content[] })
  | (Placed & { readonly table: Table; readonly layout?: TableLayout })
  | (Placed & { readonly canvas: readonly Shape[] })
  | (Placed & { readonly svg: string })
  | (Placed & {
      readonly qr: string;
      readonly fit: number;
      readonly eccLevel: 'L' | 'M' | 'Q' | 'H';
      readonly foreground: string;
    });

/** A cell, over several columns where it says so; the cells that it covers are empty. */
export type TableCell = Content | { readonly text: Content; readonly colSpan: number; readonly margin?: Margins };

/** A document of pages. */
export interface DocumentDefinition {
  readonly info: Readonly<Record<'title' | 'author' | 'subject' | 'creator', string>>;
  readonly language: string;
  readonly displayTitle: boolean;
  readonly version: '1.7';
  readonly pageSize: 'A4';
  readonly pageMargins: Margins;
  readonly defaultStyle: Style;
  readonly styles: Readonly<Record<string, Style>>;
  readonly background: (page: number) => Content | null;
  readonly header: (page: number) => Content | null;
  readonly footer: (page: number, pages: number) => Content;
  readonly watermark?: Style & { readonly text: string };
  readonly content: readonly Content[];
}

/** Files of a font. */
export interface FontFiles {
  readonly normal: string;
  readonly bold: string;
}

/** The library. */
export interface Pdfmake {
  setFonts(fonts: Readonly<Record<string, FontFiles>>): void;
  /** Decides about each address that a document names. */
  setUrlAccessPolicy(mayLoad: (url: string) => boolean): void;
  /** Decides about each file that a document or a font names. */
  setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
  createPdf(document: DocumentDefinition): { getBuffer(): Promise<Buffer> };
}
