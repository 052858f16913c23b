import { text } from '../../../src/data/fields/text.ts';
import { uscc } from '../../../src/data/fields/uscc.ts';
import type { TemplatePrefix } from './partyFields.ts';

const DEED = {
  XK: { title: '许可机关', name: 'XK_XKJG' },
  CF: { title: '处罚机关', name: 'CF_CFJG' },
} as const;

/**
 * Who decided, alike in both templates (domain section 10.2).
 *
 * @param prefix - of the template's column codes
 */
export function authorityFields(prefix: TemplatePrefix) {
  const { title, name } = DEED[prefix];
  return {
    authority: text({ title, description: 'Authority that decided.', aliases: [name] }, 200, { required: true }),
    authorityUscc: uscc(
      { title: `${title}统一社会信用代码`, description: 'Code of that authority.', aliases: [`${name}DM`] },
      { required: true },
    ),
  };
}

/**
 * The last column of both templates.
 *
 * @param prefix - of the template's column codes
 */
export function remarkField(prefix: TemplatePrefix) {
  return { remark: text({ title: '备注', description: 'Remark.', aliases: ['BZ', `${prefix}_BZ`] }, 512) };
}

/** What the derived fields of both kinds of decision are made from. */
export const DECISION_NEEDS: Readonly<Record<string, readonly string[]>> = {
  missingFields: ['missingFields'],
  publicationDueOn: ['publicationDueOn'],
  publicationCapOn: ['publicationCapOn'],
  isPublicationDueProvisional: ['publicationCapOn'],
  publicationStatus: [
    'publicationDueOn',
    'record.publishedOn',
    'record.usageScope',
    'record.qualityFlags',
    'record.provenance',
  ],
};
