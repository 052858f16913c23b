import { GraphQLError, OperationTypeNode, type ValidationRule } from 'graphql';

/**
 * Refuses an operation of a kind that a door has no fields for. The rules of the specification pass over such an operation and whatever it
 * selects, and leave it to the execution to refuse it (section 6.2.2); here the execution knows more than the door. Subscriptions, which a
 * foreign graph may have, are not executed at all.
 *
 * @param context - of the validation
 */
export const operationTypeRule: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const isThere = context.getSchema().getRootType(node.operation) !== undefined;
    const isServed = node.operation !== OperationTypeNode.SUBSCRIPTION;
    if (isThere && isServed) return;
    const problem = isThere ? 'Subscriptions are not served here.' : `There is no ${node.operation} here.`;
    context.reportError(new GraphQLError(problem, { nodes: node }));
  },
});
