declare module '*.css';

declare module '*.svg' {
  /** The image as a `data:` address. */
  const address: string;
  export default address;
}

/** Addresses of the editor's workers, put in by the build: each is a script of its own. */
declare const WORKERS: Readonly<Record<'editor' | 'json' | 'graphql', string>>;
