import type { TestCity } from '../../../kit/startTestCity.ts';

/** A report as the tests ask for it. */
export interface Report {
  readonly reportNo: string;
  readonly verificationCode: string;
  readonly requestedBy: string;
  readonly ledgerPosition: number;
  readonly totalCount: number;
  readonly content: string;
  readonly digest: string;
  readonly signature: { readonly keyId: string; readonly jws: string };
  readonly sections: readonly {
    readonly kind: string;
    readonly count: number;
    readonly entries: readonly {
      readonly id: string;
      readonly title: string;
      readonly fact: { readonly __typename: string } | null;
    }[];
  }[];
}

/** Asks for a report with all that it holds. */
export const REPORT = `query($uscc: USCC!) { creditReport(uscc: $uscc) {
  reportNo verificationCode generatedAt requestedBy ledgerPosition totalCount isComplete content digest
  subject { uscc name }
  signature { keyId jws }
  sections { kind count positive neutral negative entries {
    id title decidedOn polarity severity disputed revision department { name title } fact { __typename decidedOn }
  } }
} }`;

/** Which facts an enterprise is to have. */
export interface Facts {
  /** Days of abnormal listings, which are public. */
  readonly listings?: readonly string[];
  /** Whether it has a class of risk, which departments share. */
  readonly riskClass?: boolean;
}

/**
 * Registers an enterprise with facts.
 *
 * @param city - where
 * @param uscc - its code
 * @param facts - see {@link Facts}
 * @returns ids of the listings
 */
export async function registerEnterprise(city: TestCity, uscc: string, facts: Facts): Promise<string[]> {
  await write(city, 'enterpriseCreate', 'EnterpriseInput', {
    uscc,
    name: '福州示例报告有限公司',
    status: 'IN_BUSINESS',
    establishedOn: '2020-01-01',
    registrationAuthority: '福州市市场监督管理局',
  });
  const subject = { subjectUscc: uscc, subjectName: '福州示例报告有限公司' };
  if (facts.riskClass === true) {
    const level = { ...subject, level: 'A', computedOn: '2026-05-01', model: 'GENERAL', modelVersion: '1' };
    await write(city, 'riskClassCreate', 'RiskClassInput', level);
  }
  const ids: string[] = [];
  for (const listedOn of facts.listings ?? []) ids.push(await createListing(city, uscc, listedOn));
  return ids;
}

/**
 * Lists an enterprise as abnormal.
 *
 * @param city - where
 * @param uscc - its code
 * @param listedOn - the day
 * @returns id of the fact
 */
export async function createListing(city: TestCity, uscc: string, listedOn: string): Promise<string> {
  return write(city, 'abnormalListingCreate', 'AbnormalListingInput', {
    subjectUscc: uscc,
    subjectName: '福州示例报告有限公司',
    reason: 'UNREACHABLE_AT_ADDRESS',
    listedOn,
    listingAuthority: '福州市市场监督管理局',
    listingDocNo: `榕市监异〔2026〕${listedOn.slice(5)}号`,
  });
}

async function write(city: TestCity, field: string, type: string, input: object): Promise<string> {
  const mutation = `mutation($input: ${type}!) { ${field}(input: $input) { id errors { field message } } }`;
  const { data, errors } = await city.ask(mutation, { input }, 'registry');
  const result = data?.[field] as { id: string | null; errors: readonly object[] } | null;
  if (!result?.id) throw new Error(JSON.stringify([errors, result]));
  return result.id;
}
