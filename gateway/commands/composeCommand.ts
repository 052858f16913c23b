import { Command } from 'commander';
import { loadDepartments } from '../departments.ts';
import { composeSchemas } from './composeSchemas.ts';
import { print } from './print.ts';

/** `credit-graph compose`: writes all files that are derived from the departments, or checks them. */
export function composeCommand(): Command {
  return new Command('compose')
    .description('write the composed schemas and the references that are derived from the departments')
    .option('--check', 'write nothing; fail if a file differs', false)
    .option('--against <folder>', 'contracts that must not break, such as the last release has in schema/')
    .action(async ({ check, against }: { readonly check: boolean; readonly against?: string }) => {
      const changed = await composeSchemas(await loadDepartments(), { check, against });
      for (const path of changed) print(check ? `differs: ${path}` : `written: ${path}`);
      if (check && changed.length > 0) process.exitCode = 1;
    });
}
