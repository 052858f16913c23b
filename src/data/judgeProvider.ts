import { checkUscc } from '../values/uscc.ts';
import { ENVELOPE_FIELDS } from './envelopeFields.ts';
import type { FactDraft } from './FactDraft.ts';
import type { QualityFlag } from './fields/Field.ts';
import { isBlank } from './isBlank.ts';

/** Who provides a row, and what is to be remarked. */
export interface ProviderVerdict {
  readonly provider: FactDraft['provider'];
  readonly flags: readonly QualityFlag[];
}

/** The columns that say who provides a row, as they were given. */
export interface ProviderColumns {
  readonly providerName?: unknown;
  readonly providerUscc?: unknown;
}

/**
 * Judges who provides a row. A name that can not be taken and a code that is not valid are set aside and flagged; a name is masked
 * as any text is.
 *
 * @param columns - the raw columns
 * @param otherwise - the provider of rows that name none
 */
export function judgeProvider(columns: ProviderColumns, otherwise: FactDraft['provider']): ProviderVerdict {
  const flags: QualityFlag[] = [];
  const name = judgeName(columns.providerName, flags);
  const uscc = judgeCode(columns.providerUscc, flags);
  if (name === undefined && uscc === undefined) return { provider: otherwise, flags };
  return { provider: { ...(name === undefined ? {} : { name }), ...(uscc === undefined ? {} : { uscc }) }, flags };
}

function judgeName(given: unknown, flags: QualityFlag[]): string | undefined {
  if (isBlank(given)) return undefined;
  const judged = ENVELOPE_FIELDS.providerName.judge(given);
  if ('fault' in judged) {
    flags.push('VALUE_SET_ASIDE');
    return undefined;
  }
  flags.push(...(judged.flags ?? []));
  return judged.value;
}

function judgeCode(given: unknown, flags: QualityFlag[]): string | undefined {
  if (isBlank(given)) return undefined;
  const verdict = checkUscc(String(given));
  if (verdict.ok) return verdict.uscc;
  if (verdict.part !== 'MISSING') flags.push('VALUE_SET_ASIDE');
  return undefined;
}
