import { parse } from 'graphql';
import { refuseUnknownFeatures } from '../../../../gateway/engine/supergraph/refuseUnknownFeatures.ts';

const supergraph = (links: string, rest = ''): (() => void) => {
  const schema = `schema @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) ${links} { query: Query } type Query { a: Int } ${rest}`;
  return () => {
    refuseUnknownFeatures(parse(schema));
  };
};

describe('what a supergraph relies on', () => {
  it('may be what the engine implements, or what is for nobody but its readers', () => {
    expect(supergraph('')).not.toThrow();
    expect(supergraph('@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)')).not.toThrow();
    expect(supergraph('@link(url: "https://specs.apollo.dev/tag/v0.3")')).not.toThrow();
    expect(supergraph('@link(url: "https://specs.apollo.dev/cost/v0.1")')).not.toThrow();
  });

  it.each([
    ['@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)', 'authenticated/v0.1 for SECURITY'],
    ['@link(url: "https://specs.apollo.dev/requiresScopes/v0.1")', 'requiresScopes/v0.1 for SECURITY'],
    ['@link(url: "https://example.org/vault/v1.0", for: SECURITY)', 'vault/v1.0 for SECURITY'],
    ['@link(url: "https://specs.apollo.dev/context/v0.1", for: EXECUTION)', 'context/v0.1 for EXECUTION'],
    ['@link(url: "https://specs.apollo.dev/join/v9.9", for: EXECUTION)', 'join/v9.9 for EXECUTION'],
    ['@core(feature: "https://specs.apollo.dev/join/v0.1")', 'join/v0.1 for EXECUTION'],
  ])('stops the start where it is %s', (link, told) => {
    expect(supergraph(link)).toThrow(told);
  });

  it('stops the start where a guard is defined without being linked', () => {
    expect(supergraph('', 'directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION')).toThrow(
      '@policy for SECURITY',
    );
  });

  it('is no supergraph without links', () => {
    expect(() => {
      refuseUnknownFeatures(parse('type Query { a: Int }'));
    }).toThrow('links no features');
  });
});
