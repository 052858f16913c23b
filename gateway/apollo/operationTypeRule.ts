import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * Refuses an operation of a kind that a door has no fields for. The rules of the specification pass over such an operation and whatever it
 * selects, and leave it to the execution to refuse it (section 6.2.2); here the execution knows more than the door.
 *
 * @param context - of the validation
 */
export const operationTypeRule: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`There is no ${node.operation} here.`, { nodes: node }));
  },
});
