import type { ReactNode } from 'react';
import { DOOR_WORDS, type DoorWords } from '../doorWords.ts';
import icon from './icon.svg';

/**
 * The head of the page: which door this is, what it is for, and the way to the others.
 *
 * @param props - the door; `children` is where the reader says who it is
 */
export function Masthead({ door, children }: { readonly door: DoorWords; readonly children: ReactNode }): ReactNode {
  return (
    <header className={`masthead masthead-${door.name}`}>
      <a className="masthead-home" href="/" title="全部入口">
        <img className="masthead-icon" src={icon} alt="全部入口" width="36" height="36" />
      </a>
      <div className="masthead-words">
        <h1>
          福州市公共信用图谱 <span lang="en">Credit Graph</span>
        </h1>
        <nav aria-label="入口">
          {DOOR_WORDS.map(({ name, title }) => (
            <a key={name} href={`/${name}`} aria-current={name === door.name ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      </div>
      <dl className="masthead-facts">
        <div>
          <dt>接口</dt>
          <dd>
            <code>POST {door.path}</code>
          </dd>
        </div>
        <div>
          <dt>凭证</dt>
          <dd>{children}</dd>
        </div>
        <div>
          <dt>报告</dt>
          <dd>
            <code>GET /reports/代码.pdf</code> <a href="/verify">核验报告</a>
          </dd>
        </div>
      </dl>
    </header>
  );
}
