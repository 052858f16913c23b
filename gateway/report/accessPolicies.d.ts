import 'pdfmake';

/** What pdfmake 0.3 offers beyond its published types. */
declare module 'pdfmake' {
  /** Decides about each address that a document names. */
  export function setUrlAccessPolicy(mayLoad: (url: string) => boolean): void;
  /** Decides about each file that a document or a font names. */
  export function setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
}
