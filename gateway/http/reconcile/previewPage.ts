import type { EnumWords } from '../../report/enumWords.ts';
import { html } from '../../report/html.ts';
import { inlineStyle } from '../../report/inlineStyle.ts';

const STYLE = inlineStyle(
  'body{font:13px/1.5 system-ui,sans-serif;margin:10px;color:#1a2733}h1{font-size:16px;margin:0 0 6px}' +
    'dl{display:grid;grid-template-columns:auto 1fr;gap:2px 10px;margin:0}dt{color:#5a6b7b}dd{margin:0}code{font-size:13px}',
);

/** The page loads and runs nothing, and may stand in the frame of any tool: it shows what everybody may see. */
export const PREVIEW_POLICY = [
  "default-src 'none'",
  `style-src ${STYLE.source}`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

/** What a preview shows of an enterprise. */
export const PREVIEW_QUERY = `query Preview($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc name formerNames status entityType establishedOn domicile registrationAuthority registeredCapital capitalCurrency
  }
}`;

/** An enterprise as the graph gives it for a preview. */
export interface Previewed {
  readonly uscc: string;
  readonly name: string | null;
  readonly formerNames: readonly string[] | null;
  readonly status: string | null;
  readonly entityType: string | null;
  readonly establishedOn: string | null;
  readonly domicile: string | null;
  readonly registrationAuthority: string | null;
  readonly registeredCapital: string | null;
  readonly capitalCurrency: string | null;
}

/**
 * Writes the small page that tools show beside a candidate.
 *
 * @param enterprise - as the graph gives it
 * @param words - Chinese terms of enums
 */
export function previewPage(enterprise: Previewed, words: EnumWords): string {
  const { uscc, name, formerNames, status, registeredCapital, capitalCurrency } = enterprise;
  const capital = registeredCapital === null ? null : `${registeredCapital} ${capitalCurrency ?? ''}`.trim();
  const rows: readonly (readonly [string, string | null])[] = [
    ['统一社会信用代码', uscc],
    ['曾用名', (formerNames ?? []).join('、') || null],
    ['登记状态', status === null ? null : words('EnterpriseStatus', status)],
    ['主体类型', enterprise.entityType],
    ['成立日期', enterprise.establishedOn],
    ['住所', enterprise.domicile],
    ['登记机关', enterprise.registrationAuthority],
    ['注册资本', capital],
  ];
  const known = rows.flatMap(([title, value]) =>
    value === null
      ? []
      : [
          html`<dt>${title}</dt>
            <dd>${value}</dd>`,
        ],
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex" />
        <title>${name ?? uscc}</title>
        ${STYLE.element}
      </head>
      <body>
        <h1>${name ?? uscc}</h1>
        <dl>${known}</dl>
      </body>
    </html> `.toString();
}
