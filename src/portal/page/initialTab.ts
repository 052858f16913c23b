import type { PortalExample } from '../PortalExample.ts';
import type { TabStorage } from './doorStorage.ts';

/** What the editors show when the page opens. */
export interface EditorTexts {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

/** What GraphiQL keeps of the reader's tabs between visits. */
interface KeptTabs {
  readonly activeTabIndex: number;
  readonly tabs: readonly { readonly query: string | null; readonly variables: string | null }[];
}

const KEPT_TABS = 'graphiql:tabState';

/** An example as the editors show it. */
export function textsOf({ query, variables, headers = {} }: PortalExample): EditorTexts {
  return { query, variables: textOf(variables), headers: textOf(headers) };
}

function textOf(values: Readonly<Record<string, unknown>>): string {
  return Object.keys(values).length === 0 ? '' : JSON.stringify(values, null, 2);
}

/**
 * The tab that the page opens with: the one the reader left, else an example.
 *
 * GraphiQL restores the query of a tab by itself but forgets its variables, unless it is given both.
 *
 * @param example - shown at the first visit
 * @param storage - what GraphiQL keeps tabs in
 */
export function initialTab(example: PortalExample, storage: TabStorage): EditorTexts {
  const kept = keptTabs(storage);
  const left = kept?.tabs[kept.activeTabIndex];
  if (!left) return textsOf(example);
  // Headers are not kept: they may hold credentials.
  return { query: left.query ?? '', variables: left.variables ?? '', headers: '' };
}

function keptTabs(storage: TabStorage): KeptTabs | undefined {
  try {
    return JSON.parse(storage.getItem(KEPT_TABS) ?? '') as KeptTabs;
  } catch {
    return undefined;
  }
}
