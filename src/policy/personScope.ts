import type { UsageScope } from '../data/FactDocument.ts';

/**
 * The floor under every department's scope: what is known of a natural person is never public, it is shared or asked for by
 * authorisation (浙江省公共信用信息管理条例 art. 15, 山东省社会信用条例 art. 20; 个人信息保护法 art. 25; domain section 16).
 * Even masked it would be found: the id is made from the name, and names can be tried.
 *
 * An individual household is a subject of the market and not a person here. A row that names a person without saying so has neither
 * code nor category, so no enterprise is found for it, and what is unlinked is not public either (`visibilityFilter`):
 * the kernel judges nobody by the look of a name.
 *
 * @param scope - by the collection and its rules
 * @param category - `enum SubjectCategory`, where the source says it
 */
export function personScope(scope: UsageScope, category: string | undefined): UsageScope {
  return scope === 'PUBLIC' && category === 'NATURAL_PERSON' ? 'AUTHORISED_QUERY' : scope;
}
