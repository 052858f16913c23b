import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import type { GatewaySeam } from '../../../gateway/engine/Engine.ts';
import { silenceVendorTelemetry } from '../../../src/config/silenceVendorTelemetry.ts';

/**
 * Makes `@apollo/gateway` as it comes: with its own data source (`make-fetch-happen` over `node-fetch`), nothing set but the addresses.
 *
 * @param supergraphSdl - the composed graph
 * @param departmentsUrl - where departments answer, each at the path of its name
 */
export function stockSeam(supergraphSdl: string, departmentsUrl: string): GatewaySeam {
  silenceVendorTelemetry();
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new RemoteGraphQLDataSource({ url: `${departmentsUrl}/${name}` }),
  });
}
