import { print } from 'graphql';
import { DocumentCache } from '../../../gateway/transport/DocumentCache.ts';

describe('the cache of parsed documents', () => {
  it('parses a text once', () => {
    const cache = new DocumentCache(2);
    const document = cache.parse('{ a }');
    expect(print(document)).toBe('{\n  a\n}');
    expect(cache.parse('{ a }')).toBe(document);
  });

  it('forgets the document that was not used for longest, and never holds more than it may', () => {
    const cache = new DocumentCache(2);
    const a = cache.parse('{ a }');
    const b = cache.parse('{ b }');
    cache.parse('{ a }');
    cache.parse('{ c }');
    expect(cache.size).toBe(2);
    expect(cache.parse('{ a }')).toBe(a);
    expect(cache.parse('{ b }')).not.toBe(b);
    expect(cache.size).toBe(2);
  });
});
