import { writeScope } from '../src/data/FactCollection.ts';
import { holdsScope } from '../src/identity/Caller.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import { collectionNamed } from './collectionNamed.ts';
import { GatewayError } from './errors/GatewayError.ts';
import type { ImportUpload } from './http/importRoute.ts';

/**
 * Makes what decides who may send files: a caller of the owning department with the scope that the mutation for such facts asks for.
 *
 * @param departments - whose collections there are
 */
export function authoriseImport(departments: readonly SubgraphDefinition[]): ImportUpload['authorise'] {
  return (caller, name) => {
    // Strangers learn nothing of what collections there are.
    if (caller.department === undefined) throw new GatewayError('IMPORT_FORBIDDEN');
    const { owner, collection } = collectionNamed(departments, name);
    const mayWrite = caller.department === owner.name && holdsScope(caller, writeScope(collection));
    if (!mayWrite) throw new GatewayError('IMPORT_FORBIDDEN');
  };
}
