import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLObjectType, isObjectType } from 'graphql';
import { projectRoot } from '../../../src/config/projectRoot.ts';

const PROGRAMS = ['gateway/main.ts', 'gateway/engine/plan/process/plannerProgram.ts'];
const IMPORT = /^(?:#!.*\n)?import '(?:\.\.\/)+src\/config\/graphqlInProduction\.ts';\n/;

describe('graphql-js', () => {
  it('does not look for other copies of itself, as in production, and NODE_ENV is what it was', () => {
    // Of another copy by its looks: outside of production this throws.
    const foreign = { [Symbol.toStringTag]: GraphQLObjectType.name };
    expect(isObjectType(foreign)).toBe(false);
    expect(process.env['NODE_ENV']).toBe('test');
  });

  it.each(PROGRAMS)('is loaded so by %s before anything else', (program) => {
    expect(readFileSync(join(projectRoot(), program), 'utf8')).toMatch(IMPORT);
  });

  it('is there once', () => {
    const { packages } = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, unknown>>;
    };
    expect(Object.keys(packages).filter((path) => path.endsWith('node_modules/graphql'))).toEqual([
      'node_modules/graphql',
    ]);
  });
});
