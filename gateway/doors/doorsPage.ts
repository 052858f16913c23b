import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { DOOR_WORDS, type DoorWords } from '../../src/portal/doorWords.ts';
import { html, type Html } from '../report/html.ts';
import { inlineStyle } from '../report/inlineStyle.ts';

const read = (...path: string[]): string => readFileSync(join(projectRoot(), ...path), 'utf8');
const STYLE = inlineStyle(read('gateway', 'doors', 'doors.css'));
const ICON = `data:image/svg+xml,${encodeURIComponent(read('src', 'portal', 'page', 'icon.svg').trim())}`;

/** The page loads nothing and runs nothing; its one style is named by its digest. */
export const DOORS_POLICY = [
  "default-src 'none'",
  `style-src ${STYLE.source}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Writes the page that explains the doors. It works without scripts. */
export function doorsPage(): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="福州市公共信用图谱：一个接口，汇集各部门对企业的信用记录" />
        <title>福州市公共信用图谱 · Credit Graph</title>
        <link rel="icon" href="${ICON}" />
        ${STYLE.element}
      </head>
      <body>
        <header>
          <img src="${ICON}" alt="" width="44" height="44" />
          <div>
            <h1>福州市公共信用图谱 <span lang="en">Credit Graph</span></h1>
            <p>一次查询，汇集各部门对一家企业的信用记录；以统一社会信用代码为键，每条记录都注明来源部门。</p>
          </div>
        </header>
        <main>
          <h2>四个入口，一张图谱 <span lang="en">Four doors, one graph</span></h2>
          <p class="lead">从哪个入口进来，决定能看到哪些字段、哪些记录。每个入口都有自己的查询页、文档和示例。</p>
          <ul class="doors">
            ${DOOR_WORDS.map(card)}
          </ul>
          <p class="note">
            可用较宽入口的调用方，也可使用较窄的入口，此时所见与该入口的其他人相同。凭证与入口不符的，接口会告知应当使用哪个入口。
          </p>
        </main>
        <footer>
          <a href="/verify">核验信用报告</a>
          <a href="/reconcile">名称匹配服务</a>
          <a href="/.well-known/jwks.json">电子签名公钥</a>
          <span>公众入口也在 <code>/graphql</code></span>
        </footer>
      </body>
    </html> `.toString();
}

function card({ name, path, title, english, audience, credentials, offers }: DoorWords): Html {
  return html`<li class="${name}">
    <a href="/${name}">
      <h3>${title} <span lang="en">${english}</span></h3>
      <p>${offers}</p>
      <dl>
        <div>
          <dt>对象</dt>
          <dd>${audience}</dd>
        </div>
        <div>
          <dt>凭证</dt>
          <dd>${credentials}</dd>
        </div>
        <div>
          <dt>接口</dt>
          <dd><code>POST ${path}</code></dd>
        </div>
      </dl>
      <b>打开查询页 <i aria-hidden="true">→</i></b>
    </a>
  </li>`;
}
