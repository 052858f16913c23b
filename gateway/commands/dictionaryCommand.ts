import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { dictionaryMarkdown } from '../../src/ingest/dictionary/dictionaryMarkdown.ts';
import { dictionaryOf } from '../../src/ingest/dictionary/dictionaryOf.ts';
import { unwritable } from '../../src/ingest/unwritable.ts';
import { loadDepartments } from '../departments.ts';
import { print } from './print.ts';

interface DictionaryOptions {
  readonly format: 'markdown' | 'json';
  readonly out?: string;
}

/** `credit-graph dictionary`: every collection of every department with its columns. */
export function dictionaryCommand(): Command {
  return new Command('dictionary')
    .description('list all collections of all departments with their columns')
    .addOption(new Option('--format <format>', 'how it is written').choices(['markdown', 'json']).default('markdown'))
    .option('--out <file>', 'a file that is not there yet; by default standard output')
    .action(async ({ format, out }: DictionaryOptions) => {
      const dictionary = dictionaryOf(await loadDepartments());
      const text = format === 'json' ? `${JSON.stringify(dictionary, null, 2)}\n` : dictionaryMarkdown(dictionary);
      if (out === undefined) print(text.trimEnd());
      else await writeNew(out, text);
    });
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw unwritable(file, error);
  }
}
