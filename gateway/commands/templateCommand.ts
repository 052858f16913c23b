import { extname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { templateFields } from '../../src/ingest/template/templateFields.ts';
import { writeTemplate, type TemplateFormat } from '../../src/ingest/template/writeTemplate.ts';
import { collectionNamed } from '../collectionNamed.ts';
import { loadDepartments } from '../departments.ts';
import { print } from './print.ts';

const FORMATS: readonly TemplateFormat[] = ['csv', 'xlsx'];

/** `credit-graph template <collection> [file]`: an empty file with the columns of a collection, to be filled in and imported. */
export function templateCommand(): Command {
  return new Command('template')
    .description('write an empty file with the columns of a collection, to be filled in and imported')
    .argument('<collection>', 'such as registry.enterprises; credit-graph dictionary lists all')
    .argument('[file]', 'a file that is not there yet, ending in .csv or .xlsx; by default standard output')
    .addOption(new Option('--format <format>', 'by default what the file ends in, else csv').choices(FORMATS))
    .action(async (name: string, file: string | undefined, options: { readonly format?: TemplateFormat }) => {
      const { collection } = collectionNamed(await loadDepartments(), name);
      const format = options.format ?? formatOf(file);
      if (file === undefined && format === 'xlsx' && process.stdout.isTTY) {
        throw new InvalidArgumentError('A workbook is no text for a terminal: name a file.');
      }
      await writeTemplate(templateFields(collection), format, file ?? process.stdout);
      if (file !== undefined) print(file);
    });
}

/**
 * Tells the format of a file by its ending.
 *
 * @param file - as it was typed
 * @throws InvalidArgumentError for other endings
 */
function formatOf(file: string | undefined): TemplateFormat {
  if (file === undefined) return 'csv';
  const ending = extname(file).slice(1).toLowerCase();
  const format = FORMATS.find((candidate) => candidate === ending);
  if (format === undefined) throw new InvalidArgumentError('Let the file end in .csv or .xlsx, or give --format.');
  return format;
}
