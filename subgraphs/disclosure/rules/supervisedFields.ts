/** Fields of supervision for which the law sets other terms than for the rest. */
export type SupervisedField = 'FOOD' | 'DRUG' | 'SPECIAL_EQUIPMENT' | 'WORK_SAFETY' | 'FIRE';

/** Where a field shows: in the name of the deciding authority, or in the law that the decision cites. */
const SIGNS: Readonly<Record<SupervisedField, { readonly authority: RegExp; readonly basis: RegExp }>> = {
  FOOD: { authority: /食品药品/u, basis: /食品安全法/u },
  DRUG: { authority: /药品监督|药监局/u, basis: /药品管理法|疫苗管理法/u },
  SPECIAL_EQUIPMENT: { authority: /特种设备/u, basis: /特种设备安全/u },
  WORK_SAFETY: { authority: /应急管理|安全生产监督|安监局|矿山安全/u, basis: /安全生产法|矿山安全法/u },
  FIRE: { authority: /消防/u, basis: /消防法/u },
};

/**
 * Tells which supervised fields a penalty belongs to, as far as its authority or its legal basis says so.
 *
 * @param authority - name of the deciding authority
 * @param basis - laws and articles cited
 */
export function supervisedFields(authority = '', basis = ''): readonly SupervisedField[] {
  return (Object.keys(SIGNS) as SupervisedField[]).filter(
    (field) => SIGNS[field].authority.test(authority) || SIGNS[field].basis.test(basis),
  );
}
