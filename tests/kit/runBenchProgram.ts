import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/config/projectRoot.ts';

/** What a benchmark left behind. */
export interface BenchOutcome<Report> {
  readonly printed: string;
  readonly report: Report;
}

const run = promisify(execFile);

/**
 * Compiles the benchmarks, as `npm run bench` does, and runs them.
 *
 * @param words - arguments beside the file of figures
 * @param json - where that file goes
 * @throws Error where it fails, with what it wrote
 */
export async function runBenchProgram<Report>(words: readonly string[], json: string): Promise<BenchOutcome<Report>> {
  const cwd = projectRoot();
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  await run(process.execPath, [tsc, '-p', 'tests/bench/tsconfig.build.json'], { cwd });
  const program = join('dist', 'bench', 'tests', 'bench', 'main.js');
  const { stdout } = await run(process.execPath, [program, ...words, '--json', json], { cwd });
  return { printed: stdout, report: JSON.parse(readFileSync(json, 'utf8')) as Report };
}
