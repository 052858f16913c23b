import type { Content, TableCell } from './Pdfmake.ts';
import { NOTHING } from './printedValues.ts';
import type { ReportData } from './ReportData.ts';
import { COLOUR, ROWS } from './reportStyle.ts';

const QR_SIZE = 92;
/** A signature has no place at which a line could break. */
const LINES = /.{1,88}/g;

/** Where a report can be verified. */
export interface ProofAddresses {
  /** Page that verifies this report. */
  readonly verify: string;
  /** The keys by which its signature verifies. */
  readonly keys: string;
}

/**
 * Says how the report is verified, and by which key it is signed; kept together on a page.
 *
 * @param report - the report
 * @param addresses - where to go
 */
export function proofBlock(report: ReportData, addresses: ProofAddresses): Content {
  const { verificationCode } = report;
  return {
    unbreakable: true,
    margin: [0, 20, 0, 0],
    stack: [
      { text: '核验与电子签名', style: 'heading', margin: [0, 0, 0, 6] },
      {
        table: {
          widths: [QR_SIZE, '*'],
          body: [
            [
              { qr: addresses.verify, fit: QR_SIZE, eccLevel: 'M', foreground: COLOUR.deep },
              {
                stack: [
                  { text: '核验码', style: 'label' },
                  {
                    text: verificationCode ?? NOTHING,
                    fontSize: 13,
                    bold: true,
                    color: COLOUR.deep,
                    margin: [0, 1, 0, 5],
                  },
                  {
                    text: '扫描二维码，或在核验页面输入核验码，可查询本报告是否由本平台出具、所载信息此后有无变化。',
                    fontSize: 8.5,
                    lineHeight: 1.3,
                  },
                  {
                    text: addresses.verify,
                    link: addresses.verify,
                    fontSize: 7.5,
                    color: COLOUR.green,
                    margin: [0, 4, 0, 0],
                  },
                ],
              },
            ],
          ],
        },
        layout: {
          ...ROWS,
          hLineWidth: () => 0,
          fillColor: () => COLOUR.band,
          paddingTop: () => 10,
          paddingBottom: () => 10,
          paddingLeft: () => 10,
          paddingRight: () => 10,
        },
      },
      signatureTable(report, addresses.keys),
    ],
  };
}

function signatureTable({ digest, signature }: ReportData, keys: string): Content {
  return {
    table: {
      widths: [62, '*'],
      body: [
        line('签名密钥', signature?.keyId ?? null),
        line('签名算法', `${signature?.algorithm ?? NOTHING}（Ed25519，RFC 8037）`),
        line('内容摘要', digest === null ? null : `SHA-256　${digest}`),
        line('公　　钥', keys),
        line('签　　名', ...(signature?.jws?.match(LINES) ?? [])),
      ],
    },
    layout: { ...ROWS, hLineWidth: () => 0, paddingTop: () => 2, paddingBottom: () => 2 },
    margin: [0, 8, 0, 0],
  };
}

/** Values without a place at which a line could break come in pieces, a line each. */
function line(label: string, ...lines: readonly (string | null)[]): TableCell[] {
  const written = lines.length === 0 ? [NOTHING] : lines.map((value) => value ?? NOTHING);
  return [
    { text: label, style: 'small' },
    { stack: written.map((text): Content => ({ text, style: 'small', color: COLOUR.ink, noWrap: true })) },
  ];
}
