import { pick, useGraphiQL } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { DoorWords } from '../doorWords.ts';
import type { PortalExample } from '../PortalExample.ts';
import { doorStorage } from './doorStorage.ts';
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

/** What the explorer is for. */
export interface ExplorerProps {
  readonly door: DoorWords;
  /** Examples that the server offers. */
  readonly examples: readonly PortalExample[];
  /** Headers of whoever the reader is. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The explorer: editors, answers, the schema's documentation and the examples.
 *
 * @param props - see {@link ExplorerProps}
 */
export function Explorer({ door, examples, headers }: ExplorerProps): ReactNode {
  const panel = useMemo(() => examplesPlugin(examples), [examples]);
  const [first = WELCOME] = examples;
  const storage = useMemo(() => doorStorage(door.name), [door]);
  const tab = useMemo(() => initialTab(first, storage), [first, storage]);
  const fetcher = useMemo(() => fetchGraphQL(door.path, headers), [door, headers]);
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      plugins={[panel, HISTORY_PLUGIN]}
      visiblePlugin={panel}
      defaultTheme="light"
      initialQuery={tab.query}
      initialVariables={tab.variables}
      initialHeaders={tab.headers}
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
