import { pick, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import type { ReactNode } from 'react';
import type { PortalExample } from '../PortalExample.ts';
import { textsOf } from './initialTab.ts';

/**
 * Makes the panel that lists the example queries; a click opens one in a tab of its own, or the tab that holds it.
 *
 * @param examples - what the server offers
 */
export function examplesPlugin(examples: readonly PortalExample[]): GraphiQLPlugin {
  return { title: '示例查询', icon: ExamplesIcon, content: () => <ExampleList examples={examples} /> };
}

function ExampleList({ examples }: { readonly examples: readonly PortalExample[] }): ReactNode {
  const { tabs, queryEditor, variableEditor, headerEditor } = useGraphiQL(
    pick('tabs', 'queryEditor', 'variableEditor', 'headerEditor'),
  );
  const actions = useGraphiQLActions();
  const open = (example: PortalExample): void => {
    const { query, variables, headers } = textsOf(example);
    const tab = tabs.findIndex((each) => each.query === query);
    if (tab === -1) {
      actions.addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    } else actions.changeTab(tab);
    // A tab that is opened again has lost them.
    headerEditor?.setValue(headers);
    // So that Ctrl+Enter runs it at once.
    queryEditor?.focus();
  };
  return (
    <section className="examples" aria-label="示例查询">
      <h2>示例查询</h2>
      <p>点开一个示例，按 ▶ 或 Ctrl+Enter 运行；字段说明见左侧文档。</p>
      <ol>
        {examples.map((example) => (
          <li key={example.title}>
            <button
              type="button"
              onClick={() => {
                open(example);
              }}
            >
              {example.title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ExamplesIcon(): ReactNode {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M5 4.5h11a3 3 0 0 1 3 3v12H8a3 3 0 0 1-3-3z" strokeLinejoin="round" />
      <path d="M9 9h6M9 13h6" strokeLinecap="round" />
    </svg>
  );
}
