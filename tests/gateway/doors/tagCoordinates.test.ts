import { parse, print } from 'graphql';
import { tagCoordinates } from '../../../gateway/doors/tagCoordinates.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external"])
interface Fact { id: ID! }
type Risk implements Fact @key(fields: "id") { id: ID! level: String }
extend type Enterprise @key(fields: "uscc") { uscc: ID! @external risk: Risk }
`;

describe('tagCoordinates', () => {
  const everything = (): boolean => true;

  it('tags exactly the types and fields that are named, whether they are defined or extended', () => {
    const tagged = tagCoordinates(parse(SDL), 'hidden', (coordinate) =>
      ['Risk', 'Enterprise.risk'].includes(coordinate),
    );
    const text = print(tagged);
    expect(text).toContain('type Risk implements Fact @key(fields: "id") @federation__tag(name: "hidden") {');
    expect(text).toContain('risk: Risk @federation__tag(name: "hidden")');
    expect(text.match(/@federation__tag/g)).toHaveLength(2);
  });

  it('leaves a field of another department to its owner', () => {
    const text = print(tagCoordinates(parse(SDL), 'hidden', everything));
    expect(text).toContain('uscc: ID! @external\n');
    expect(text).toContain('interface Fact @federation__tag(name: "hidden") {');
  });

  it('uses the name by which the department imports the directive', () => {
    const imported = SDL.replace('["@key"', '["@tag", "@key"');
    expect(print(tagCoordinates(parse(imported), 'hidden', everything))).toContain('risk: Risk @tag(name: "hidden")');
  });
});
