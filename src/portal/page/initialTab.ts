import type { PortalExample } from '../PortalExample.ts';
import type { TabStorage } from './doorStorage.ts';

/** What the editors show when the page opens. */
interface EditorTexts {
  readonly query: string;
  readonly variables: string;
}

/** What GraphiQL keeps of the reader's tabs between visits. */
interface KeptTabs {
  readonly activeTabIndex: number;
  readonly tabs: readonly { readonly query: string | null; readonly variables: string | null }[];
}

const KEPT_TABS = 'graphiql:tabState';

/** The variables of an example as the editor shows them. */
export function variablesText({ variables }: PortalExample): string {
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
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
  if (!left) return { query: example.query, variables: variablesText(example) };
  return { query: left.query ?? '', variables: left.variables ?? '' };
}

function keptTabs(storage: TabStorage): KeptTabs | undefined {
  try {
    return JSON.parse(storage.getItem(KEPT_TABS) ?? '') as KeptTabs;
  } catch {
    return undefined;
  }
}
