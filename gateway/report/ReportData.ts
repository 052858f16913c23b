/** What of the registry's knowledge stands in a report; names of people are masked as they are for the caller. */
export interface ReportedEnterprise {
  readonly uscc: string;
  readonly name: string | null;
  readonly formerNames: readonly string[] | null;
  readonly status: string | null;
  readonly entityType: string | null;
  readonly establishedOn: string | null;
  readonly registeredCapital: string | null;
  readonly capitalCurrency: string | null;
  readonly legalRepresentative: string | null;
  readonly domicile: string | null;
  readonly registrationAuthority: string | null;
  readonly businessTermFrom: string | null;
  readonly businessTermTo: string | null;
  readonly businessScope: string | null;
  readonly record: { readonly provenance: { readonly source: string | null } | null } | null;
}

/** A fact in a report. */
export interface ReportedEntry {
  readonly id: string;
  readonly title: string | null;
  readonly decidedOn: string | null;
  readonly publishedOn: string | null;
  readonly publicUntil: string | null;
  readonly department: { readonly title: string | null } | null;
  readonly providerName: string | null;
  readonly polarity: string | null;
  readonly severity: string | null;
  readonly disputed: boolean | null;
  readonly litigated: boolean | null;
}

/** A section of a report. */
export interface ReportedSection {
  readonly title: string | null;
  readonly count: number | null;
  readonly positive: number | null;
  readonly neutral: number | null;
  readonly negative: number | null;
  readonly entries: readonly ReportedEntry[] | null;
}

/** The composite evaluation in a report. */
export interface ReportedEvaluation {
  readonly model: { readonly id: string; readonly title: string | null; readonly highest: number | null } | null;
  readonly basis: string | null;
  readonly grade: string | null;
  readonly score: number | null;
  readonly excluded: string | null;
  readonly asOf: string | null;
  readonly dimensions: readonly { readonly dimension: string | null; readonly points: number | null }[] | null;
}

/** A report as the graph issues it. */
export interface ReportData {
  readonly reportNo: string;
  readonly verificationCode: string | null;
  readonly generatedAt: string | null;
  readonly requestedBy: string | null;
  readonly notes: readonly string[] | null;
  readonly ledgerPosition: number | null;
  readonly totalCount: number | null;
  readonly isComplete: boolean | null;
  readonly sections: readonly ReportedSection[] | null;
  readonly evaluation: ReportedEvaluation | null;
  readonly digest: string | null;
  readonly signature: {
    readonly keyId: string | null;
    readonly algorithm: string | null;
    readonly jws: string | null;
  } | null;
}

/** Answer to {@link REPORT_QUERY}. */
export interface ReportAnswer {
  readonly enterprise: ReportedEnterprise;
  readonly creditReport: ReportData;
}

/** All that a printed report holds, in one question. */
export const REPORT_QUERY = `query PrintedReport($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc name formerNames status entityType establishedOn registeredCapital capitalCurrency legalRepresentative
    domicile registrationAuthority businessTermFrom businessTermTo businessScope
    record { provenance { source } }
  }
  creditReport(uscc: $uscc) {
    reportNo verificationCode generatedAt requestedBy notes ledgerPosition totalCount isComplete digest
    signature { keyId algorithm jws }
    evaluation {
      model { id title highest } basis grade score excluded asOf dimensions { dimension points }
    }
    sections {
      title count positive neutral negative
      entries {
        id title decidedOn publishedOn publicUntil providerName polarity severity disputed litigated
        department { title }
      }
    }
  }
}`;
