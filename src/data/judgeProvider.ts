import { checkUscc } from '../values/uscc.ts';
import { ENVELOPE_FIELDS } from './envelopeFields.ts';
import type { FactDraft } from './FactDraft.ts';
import type { QualityFlag } from './fields/Field.ts';
import { isBlank } from './isBlank.ts';

/** Who provides a row, and what is to be remarked. */
export interface ProviderVerdict {
  readonly provider: FactDraft['provider'];
  readonly flags: readonly QualityFlag[];
  /** Columns whose value could not be taken; absent where all could. */
  readonly setAside?: readonly string[];
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
  const setAside: string[] = [];
  const name = judgeName(columns.providerName, flags, setAside);
  const uscc = judgeCode(columns.providerUscc, setAside);
  if (setAside.length > 0) flags.push('VALUE_SET_ASIDE');
  const remarks = { flags, ...(setAside.length === 0 ? {} : { setAside }) };
  if (name === undefined && uscc === undefined) return { provider: otherwise, ...remarks };
  const provider = { ...(name === undefined ? {} : { name }), ...(uscc === undefined ? {} : { uscc }) };
  return { provider, ...remarks };
}

function judgeName(given: unknown, flags: QualityFlag[], setAside: string[]): string | undefined {
  if (isBlank(given)) return undefined;
  const judged = ENVELOPE_FIELDS.providerName.judge(given);
  if ('fault' in judged) {
    setAside.push('providerName');
    return undefined;
  }
  flags.push(...(judged.flags ?? []));
  return judged.value;
}

function judgeCode(given: unknown, setAside: string[]): string | undefined {
  if (isBlank(given)) return undefined;
  const verdict = checkUscc(String(given));
  if (verdict.ok) return verdict.uscc;
  if (verdict.part !== 'MISSING') setAside.push('providerUscc');
  return undefined;
}
