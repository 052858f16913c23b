import type { Uscc } from '../values/uscc.ts';
import type { SampleDistrict } from './districts.ts';
import { orgCodeBody, sampleUscc } from './sampleUscc.ts';
import { textHash } from './textHash.ts';

/** An authority of the sample city: named like a real one and marked, so that no real one is said to have done anything. */
export interface SampleAuthority {
  readonly name: string;
  readonly uscc: Uscc;
}

/**
 * Gives an office of the city, or of a district.
 *
 * @param office - such as 应急管理局
 * @param district - absent for the city's own
 */
export function sampleAuthority(office: string, district?: SampleDistrict): SampleAuthority {
  const name = `${district?.place ?? '福州市'}${office}（示例）`;
  const body = orgCodeBody(textHash(name) >>> 3, false);
  return { name, uscc: sampleUscc('11', district?.code ?? '350100', body) };
}
