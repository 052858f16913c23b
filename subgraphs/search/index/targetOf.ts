import type { MatchTarget } from '../matching/MatchTarget.ts';
import type { FoundEnterprise } from './IndexedEnterprise.ts';

/**
 * Gives of an enterprise of the index what matching compares.
 *
 * @param enterprise - as the index holds it
 */
export function targetOf({ subjectUscc, ...enterprise }: FoundEnterprise): MatchTarget {
  const { name, formerNames, registrationNo, districtCode, address, establishedOn } = enterprise;
  return {
    ...{ uscc: subjectUscc, name, districtCode },
    ...(formerNames === undefined ? {} : { formerNames }),
    ...(registrationNo === undefined ? {} : { registrationNo }),
    ...(address === undefined ? {} : { address }),
    ...(establishedOn === undefined ? {} : { establishedOn }),
  };
}
