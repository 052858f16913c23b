/** A report that was issued here, as the page for verification shows it. */
export interface VerifiedReport {
  readonly reportNo: string;
  readonly verificationCode: string | null;
  readonly generatedAt: string | null;
  readonly requestedBy: string | null;
  readonly isSignatureValid: boolean | null;
  readonly keyId: string | null;
  readonly digest: string | null;
  readonly hasChanged: boolean | null;
  readonly unchanged: number | null;
  readonly changed: number | null;
  readonly noLongerPublic: number | null;
  readonly added: number | null;
  readonly subject: { readonly uscc: string; readonly name: string | null } | null;
}

/** Answer to {@link VERIFY_QUERY}. */
export interface VerifyAnswer {
  readonly creditReportCheck: { readonly isOurs: boolean | null; readonly report: VerifiedReport | null };
}

/** Whether a report is ours, and what has become of it. */
export const VERIFY_QUERY = `query VerifyReport($code: String!) {
  creditReportCheck(code: $code) {
    isOurs
    report {
      reportNo verificationCode generatedAt requestedBy isSignatureValid keyId digest
      hasChanged unchanged changed noLongerPublic added
      subject { uscc name }
    }
  }
}`;
