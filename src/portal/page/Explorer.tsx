import { pick, useGraphiQL } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { PortalExample } from '../PortalExample.ts';
import { examplesPlugin } from './examplesPlugin.tsx';
import { fetchGraphQL } from './fetchGraphQL.ts';
import { initialTab } from './initialTab.ts';

const WELCOME: PortalExample = {
  title: '',
  query: '# 在此书写查询，按 Ctrl+Enter 运行\n{\n  __typename\n}\n',
  variables: {},
};

/** Chinese punctuation is what people write here, not a look-alike of something else. */
const EDITOR_OPTIONS = {
  unicodeHighlight: { ambiguousCharacters: false },
  fontFamily: '"Fira Code", "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", monospace',
  fontSize: 14,
};

/**
 * The explorer: editors, answers, the schema's documentation and the examples.
 *
 * @param props - the examples that the server offers
 */
export function Explorer({ examples }: { readonly examples: readonly PortalExample[] }): ReactNode {
  const panel = useMemo(() => examplesPlugin(examples), [examples]);
  const [first = WELCOME] = examples;
  const tab = useMemo(() => initialTab(first), [first]);
  return (
    <GraphiQL
      fetcher={fetchGraphQL}
      plugins={[panel, HISTORY_PLUGIN]}
      visiblePlugin={panel}
      defaultTheme="light"
      initialQuery={tab.query}
      initialVariables={tab.variables}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>
        <span className="session-name">查询与结果</span>
      </GraphiQL.Logo>
      <EditorOptions />
    </GraphiQL>
  );
}

function EditorOptions(): null {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor]) {
      editor?.updateOptions(EDITOR_OPTIONS);
    }
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return null;
}
