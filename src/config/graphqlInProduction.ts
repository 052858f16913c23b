import { createRequire } from 'node:module';

/*
 * Has graphql-js look at types as it does in production, whatever `NODE_ENV` is: otherwise it makes sure at every look that a type which is
 * of another kind is not of another copy of graphql-js, which takes a seventh of the processor time of large answers. There is one copy
 * here (tests/src/config/graphqlInProduction.test.ts), and `NODE_ENV` decides about other things, such as tokens for development.
 *
 * It decides when it is loaded, so this is imported before anything else.
 */
const before = process.env['NODE_ENV'];
process.env['NODE_ENV'] = 'production';
createRequire(import.meta.url)('graphql/jsutils/instanceOf.js');
if (before === undefined) delete process.env['NODE_ENV'];
else process.env['NODE_ENV'] = before;
