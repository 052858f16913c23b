/** A district or county of Fuzhou in which sample enterprises have their domicile. */
export interface SampleDistrict {
  /** Division code by GB/T 2260. */
  readonly code: string;
  readonly name: string;
  /** How authorities and addresses there begin, such as 福州市鼓楼区 or 福清市. */
  readonly place: string;
  /** Share of all enterprises, in percent. */
  readonly weight: number;
}

const district = (code: string, name: string, weight: number): SampleDistrict => ({
  code,
  name,
  place: name.endsWith('区') ? `福州市${name}` : name,
  weight,
});

/** Where the sample enterprises are. */
export const DISTRICTS: readonly SampleDistrict[] = [
  district('350102', '鼓楼区', 17),
  district('350103', '台江区', 12),
  district('350104', '仓山区', 15),
  district('350105', '马尾区', 6),
  district('350111', '晋安区', 13),
  district('350112', '长乐区', 7),
  district('350121', '闽侯县', 10),
  district('350122', '连江县', 4),
  district('350123', '罗源县', 2),
  district('350124', '闽清县', 2),
  district('350125', '永泰县', 2),
  district('350128', '平潭县', 3),
  district('350181', '福清市', 7),
];
