import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { projectRoot } from '../config/projectRoot.ts';

const compress = promisify(gzip);

const ASSETS = '/portal/assets/';

/** The editor's workers by the name that the page knows them by. */
const WORKERS: Readonly<Record<string, string>> = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
};

/** The explorer's stylesheet holds the editor's already; the editor's modules import it once more. */
const withoutEditorStyles: Plugin = {
  name: 'without-editor-styles',
  setup(hooks) {
    hooks.onLoad({ filter: /monaco-editor.*\.css$/ }, () => ({ contents: '', loader: 'css' }));
  },
};

const OPTIONS = {
  bundle: true,
  minify: true,
  metafile: true,
  write: true,
  target: ['chrome100', 'edge100', 'firefox100', 'safari15.4'],
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: ASSETS,
  loader: { '.svg': 'dataurl', '.ttf': 'file' },
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles the explorer with everything it needs, so that it runs on a network without any other server.
 *
 * @param folder - where `index.html` and `assets/` go; emptied first
 */
export async function buildPortal(folder: string): Promise<void> {
  const page = join(projectRoot(), 'src', 'portal', 'page');
  const outdir = join(folder, 'assets');
  await rm(folder, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const workers = await buildWorkers(outdir);
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: [join(page, 'main.tsx')],
    outdir,
    format: 'esm',
    splitting: true,
    define: { 'process.env.NODE_ENV': '"production"', WORKERS: JSON.stringify(workers) },
    plugins: [withoutEditorStyles],
  });
  const { script, style } = entryOf(metafile);
  const icon = await readFile(join(page, 'icon.svg'), 'utf8');
  const template = await readFile(join(page, 'index.html'), 'utf8');
  const html = template
    .replace('{{icon}}', `data:image/svg+xml,${encodeURIComponent(icon.trim())}`)
    .replace('{{style}}', ASSETS + style)
    .replace('{{script}}', ASSETS + script);
  await writeFile(join(folder, 'index.html'), html);
  await compressAll(outdir);
}

/** Beside each file goes its compressed form, so that the server has nothing to compress. */
async function compressAll(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  await Promise.all(
    files.map(async (file) => {
      await writeFile(`${file}.gz`, await compress(await readFile(file), { level: 9 }));
    }),
  );
}

async function buildWorkers(outdir: string): Promise<Readonly<Record<string, string>>> {
  const { resolve } = createRequire(import.meta.url);
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: Object.entries(WORKERS).map(([out, module]) => ({ in: resolve(module), out: `${out}.worker` })),
    outdir,
    format: 'iife',
  });
  const built = Object.keys(metafile.outputs).map((path) => basename(path));
  return Object.fromEntries(
    Object.keys(WORKERS).map((name) => [name, ASSETS + found(built, (file) => file.startsWith(`${name}.worker-`))]),
  );
}

function entryOf({ outputs }: Metafile): { script: string; style: string } {
  const [path, output] = found(
    Object.entries(outputs),
    ([, { entryPoint }]) => entryPoint?.endsWith('main.tsx') === true,
  );
  return { script: basename(path), style: basename(output.cssBundle ?? '') };
}

function found<T>(items: readonly T[], isIt: (item: T) => boolean): T {
  const item = items.find(isIt);
  if (item === undefined) throw new Error(`The bundler wrote none of the expected files to ${relative('.', ASSETS)}`);
  return item;
}
