/** Terms of credit repair and objections, in working days unless said otherwise; a city may set others. */
export interface RemedySettings {
  /** Accept an application or say once what is missing. */
  readonly accept: number;
  /** Tell the applicant the result, from the application on. */
  readonly decide: number;
  /** A complex case may take so much longer, once. The order names no figure: a parameter, not confirmed. */
  readonly extension: number;
  /** Mark a disputed fact, at the latest; here it is marked at once. */
  readonly mark: number;
  /** Answer an objection by own means. */
  readonly ownCheck: number;
  /** Answer an objection that was passed to the provider, from that day on. */
  readonly provider: number;
  /** Answer any objection, and any review of one, at the latest. */
  readonly objectionCap: number;
}

/** 信用修复管理办法（第36号令）for repair; the provinces' usual terms for objections (domain sections 10.3 and 10.10). */
export const DEFAULT_SETTINGS: RemedySettings = {
  accept: 3,
  decide: 10,
  extension: 10,
  mark: 1,
  ownCheck: 3,
  provider: 7,
  objectionCap: 20,
};
