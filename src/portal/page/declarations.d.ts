declare module '*.css';

declare module '*.svg' {
  /** The image as a `data:` address. */
  const address: string;
  // eslint-disable-next-line import-x/no-default-export -- this is how bundlers give images
  export default address;
}

/** Addresses of the editor's workers, put in by the build: each is a script of its own. */
declare const WORKERS: Readonly<Record<'editor' | 'json' | 'graphql', string>>;
