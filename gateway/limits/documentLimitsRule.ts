import { GraphQLError, type ValidationRule } from 'graphql';
import type { DocumentLimits } from './documentLimits.ts';
import { measureDocument } from './measureDocument.ts';

const NAMES = ['depth', 'aliases', 'directives', 'fields'] as const satisfies readonly (keyof DocumentLimits)[];

/**
 * Makes the validation rule that refuses documents beyond a limit; the error names every limit that is exceeded, its value and
 * how far the document goes.
 *
 * As a rule of validation it is applied once to a document that is asked again and again.
 *
 * @param limits - the limits
 */
export function documentLimitsRule(limits: DocumentLimits): ValidationRule {
  return (context) => ({
    Document(document) {
      const size = measureDocument(document);
      for (const limit of NAMES.filter((name) => size[name] > limits[name])) {
        const details = { limit, value: size[limit], most: limits[limit] };
        context.reportError(
          new GraphQLError(`Too many: ${limit}`, { extensions: { rowCode: 'DOCUMENT_LIMIT_EXCEEDED', details } }),
        );
      }
      return undefined;
    },
  });
}
