import { routingUrls } from '../../../gateway/foreign/routingUrls.ts';

describe('the addresses of a composed graph', () => {
  it('are those of its subgraphs, as it spells both', () => {
    const sdl = `
      enum Colour { RED @join__graph(name: "not one", url: "http://no") }
      enum join__Graph {
        A @join__graph(name: "a", url: "http://a/graphql")
        B_C @join__graph(name: "b-c", url: "")
      }`;
    expect([...routingUrls(sdl)]).toEqual([
      ['a', 'http://a/graphql'],
      ['b-c', ''],
    ]);
  });

  it('are none where the text is no composed graph', () => {
    expect(routingUrls('type Query { a: Int }').size).toBe(0);
  });
});
