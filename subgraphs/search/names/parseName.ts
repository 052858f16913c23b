import { foldName } from './foldName.ts';
import type { NameParts } from './NameParts.ts';

const FORM = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|公司|厂|店|合作社)/u;

/**
 * Takes a name apart by the structure that the law gives it.
 *
 * @param raw - the name as typed or printed
 */
export function parseName(raw: string): NameParts {
  const folded = foldName(raw);
  const form = FORM.exec(folded)?.[0] ?? '';
  const end = form === '' ? folded.length : folded.indexOf(form);
  return {
    folded,
    region: '',
    divisionCodes: [],
    trade: folded.slice(0, end),
    industry: '',
    form,
    branch: folded.slice(end + form.length),
  };
}
