import type { CommitmentValues } from './commitmentRules.ts';

/**
 * Tells whether a commitment is still watched (监管状态): until it is judged, withdrawn or refused. That its day is over does not end
 * it, since nobody has said whether it was kept.
 *
 * @param values - of the commitment
 */
export function supervisionOf({
  fulfilment,
  endedOn,
}: Pick<CommitmentValues, 'fulfilment' | 'endedOn'>): 'WATCHED' | 'COMPLETED' {
  return fulfilment === 'IN_PROGRESS' && endedOn === undefined ? 'WATCHED' : 'COMPLETED';
}
