/**
 * The structure of an enterprise's name (企业名称登记管理规定): division, trade name, industry and legal form, in this
 * order, and behind all of them what a branch calls itself.
 *
 * Every part is folded and may be empty. The division may also stand in brackets or behind the trade name; it is told as
 * `region` wherever it stood.
 */
export interface NameParts {
  /** The whole name, folded. */
  readonly folded: string;
  /** The division (行政区划) as it is written, such as `福州市鼓楼区` or `福建`. */
  readonly region: string;
  /** What the division can mean: GB/T 2260 codes of 2, 4 or 6 digits, the narrowest level named; several where a name is used twice. */
  readonly divisionCodes: readonly string[];
  /** The trade name (字号). */
  readonly trade: string;
  /** The industry or line of business (行业). */
  readonly industry: string;
  /** The legal form (组织形式), such as `有限公司`. */
  readonly form: string;
  /** What follows the parent's whole name in the name of a branch, such as `第二分公司`. */
  readonly branch: string;
  /** Whether it shows signs of having been read by a machine: a damaged legal form, digits or letters amid Chinese characters. */
  readonly isDamaged: boolean;
  /** Whether the division is a county without its ending, in front, so that it may as well begin the trade name (新建盛源劳动服务). */
  readonly isRegionDoubtful: boolean;
}
