import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { EnumWords } from './enumWords.ts';
import { html, type Html } from './html.ts';
import { inlineStyle } from './inlineStyle.ts';
import { NOTHING, printedTime } from './printedValues.ts';
import type { VerifiedReport } from './VerifyAnswer.ts';
import { verdictOf, type Verdict } from './verdictOf.ts';

const read = (...path: string[]): string => readFileSync(join(projectRoot(), ...path), 'utf8');
const STYLE = inlineStyle(['verify.css', 'verifyResult.css'].map((file) => read('gateway', 'report', file)).join('\n'));
const ICON = `data:image/svg+xml,${encodeURIComponent(read('src', 'portal', 'page', 'icon.svg').trim())}`;

/** The page loads nothing and runs nothing; its one style is named by its digest. */
export const VERIFY_POLICY = [
  "default-src 'none'",
  `style-src ${STYLE.source}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What is known when the page is written. */
export interface VerifyPageState {
  /** As it was typed; empty before anything was. */
  readonly typed: string;
  /** Absent before anything was typed; null where there is no such report. */
  readonly report?: VerifiedReport | null;
}

/**
 * Writes the page on which anybody verifies a credit report. It works without scripts.
 *
 * @param state - what was typed, and what was found
 * @param words - Chinese terms of enums
 */
export function verifyPage({ typed, report }: VerifyPageState, words: EnumWords): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>信用报告核验 · Credit Graph</title>
        <link rel="icon" href="${ICON}" />
        ${STYLE.element}
      </head>
      <body>
        <header>
          <img src="${ICON}" alt="" width="36" height="36" />
          <div>
            <h1>福州市公共信用图谱 <span lang="en">Credit Graph</span></h1>
            <p>公共信用信息报告核验</p>
          </div>
          <a href="/">返回查询</a>
        </header>
        <main>
          <h2>核验信用报告 <span lang="en">Verify a credit report</span></h2>
          <p>输入报告上的核验码，查询报告是否由本平台出具、所载信息此后有无变化。核验结果不显示报告内容。</p>
          <form method="get" action="/verify">
            <label for="code">核验码 <span lang="en">Verification code</span></label>
            <div>
              <input
                id="code"
                name="code"
                value="${typed}"
                required
                maxlength="80"
                autocomplete="off"
                spellcheck="false"
                placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
              />
              <button>核验</button>
            </div>
          </form>
          ${report === undefined ? null : resultOf(report, words)}
        </main>
        <footer>电子签名公钥 <a href="/.well-known/jwks.json">/.well-known/jwks.json</a></footer>
      </body>
    </html> `.toString();
}

function resultOf(report: VerifiedReport | null, words: EnumWords): Html {
  const verdict = verdictOf(report);
  return html`<section class="result ${verdict.tone}" aria-live="polite">
    ${headOf(verdict)}${report === null ? null : detailsOf(report, words)}
  </section>`;
}

function headOf({ mark, title, english, advice }: Verdict): Html {
  return html`<div class="verdict">
    <b aria-hidden="true">${mark}</b>
    <div>
      <h3>${title} <span lang="en">${english}</span></h3>
      <p>${advice}</p>
    </div>
  </div>`;
}

function detailsOf(report: VerifiedReport, words: EnumWords): Html {
  const { subject, generatedAt, requestedBy } = report;
  return html`<ul>
      ${tile('未变化', 'unchanged', report.unchanged)} ${tile('有变化', 'changed', report.changed)}
      ${tile('不再公示', 'no longer public', report.noLongerPublic)} ${tile('新增', 'new since', report.added)}
    </ul>
    <dl>
      ${row('信用主体', subject?.name ?? NOTHING)} ${row('统一社会信用代码', subject?.uscc ?? NOTHING)}
      ${row('报告编号', report.reportNo)}
      ${row('生成时间', generatedAt === null ? NOTHING : `${printedTime(generatedAt)}（北京时间）`)}
      ${row('报告申请方', requestedBy === null ? NOTHING : words('CreditReportRequester', requestedBy))}
      ${row('电子签名', report.isSignatureValid === true ? '有效' : '无效')} ${row('签名密钥', report.keyId ?? NOTHING)}
      ${row('内容摘要', report.digest ?? NOTHING)}
    </dl>
    <p class="hint">请将报告编号、信用主体与内容摘要同您手中的报告逐一核对；不一致的，该报告可能被改动。</p>`;
}

function tile(label: string, english: string, count: number | null): Html {
  return html`<li><b>${count ?? 0}</b>${label} <span lang="en">${english}</span></li>`;
}

function row(label: string, value: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}
