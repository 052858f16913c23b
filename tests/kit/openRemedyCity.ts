import { NOW } from './department.ts';
import { startTestCity, type CityReply, type Holder, type TestCity, type TestCityOptions } from './startTestCity.ts';

/** The enterprise that applies, and one that has nothing to do with it. */
export const APPLICANT: Holder = { enterprise: '91350100M000100Y43' };
export const STRANGER: Holder = { enterprise: '91350100705362917E' };

/** A paper as it is handed in. */
export const PAPER = { name: '缴款凭证', digest: 'ab'.repeat(32) };

/** A fact that can be repaired. */
export interface RepairableFact {
  readonly type: string;
  readonly owner: string;
  readonly id: string;
}

/** The whole product with an enterprise in it, and what its tests say again and again. */
export interface RemedyCity {
  readonly city: TestCity;
  /** The only field that is asked for; what is refused throws, with all that was said. */
  one<T>(query: string, variables?: object, holder?: string | Holder): Promise<T>;
  /** The codes of the errors of a request that must have some. */
  codes(query: string, variables: object, holder?: string | Holder): Promise<readonly unknown[]>;
  /** A penalty of the tenth of February 2026, public since, whose minimum is over. */
  penalty(docNo: string, decidedOn?: string): Promise<RepairableFact>;
  /** A listing for serious violations of February 2024, whose minimum is over. */
  listing(docNo: string): Promise<RepairableFact>;
  /** Applies for the repair of a fact and has it passed to its owner. */
  forwarded(fact: RepairableFact): Promise<string>;
}

/** Starts the product with an enterprise and its facts; the caller stops it. */
export async function openRemedyCity(
  clock: () => Date = () => NOW,
  options: Omit<TestCityOptions, 'clock'> = {},
): Promise<RemedyCity> {
  const city = await startTestCity({ clock, ...options });
  const one = async <T>(query: string, variables: object = {}, holder?: string | Holder): Promise<T> => {
    const { data, errors } = await city.ask(query, variables, holder);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0] as T;
  };
  const create = async (type: string, owner: string, mutation: string, input: object): Promise<RepairableFact> => {
    const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { id errors { field message } } }`;
    const { id, errors } = await one<{ id: string | null; errors: readonly unknown[] }>(query, { input }, owner);
    if (id === null) throw new Error(JSON.stringify(errors));
    return { type, owner, id };
  };
  for (const { enterprise } of [APPLICANT, STRANGER]) {
    const input = {
      uscc: enterprise,
      name: `示例企业${enterprise}`,
      status: 'IN_BUSINESS',
      establishedOn: '2020-01-01',
    };
    const registration = { ...input, registrationAuthority: '福州市市场监督管理局' };
    await create('Enterprise', 'registry', 'enterpriseCreate', registration);
  }
  const step = async (mutation: string, id: string, holder: string): Promise<void> => {
    const query = `mutation ($id: ID!) { ${mutation}(id: $id) { errors { message } } }`;
    const { errors } = await one<{ errors: readonly unknown[] }>(query, { id }, holder);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
  };
  return {
    city,
    one,
    codes: async (query, variables, holder) => codesOf(await city.ask(query, variables, holder)),
    penalty: (docNo, decidedOn = '2026-02-10') =>
      create('AdministrativePenalty', 'disclosure', 'penaltyCreate', { ...PENALTY, docNo, decidedOn }),
    listing: (listingDocNo) =>
      create('SeriousViolationListing', 'registry', 'seriousViolationListingCreate', { ...LISTING, listingDocNo }),
    async forwarded(fact) {
      const { repair, errors } = await one<RepairReply>(APPLY, applicationFor(fact), APPLICANT);
      if (repair === null) throw new Error(JSON.stringify(errors));
      await step('repairAccept', repair.id, 'remedy');
      await step('repairForward', repair.id, 'remedy');
      return repair.id;
    },
  };
}

/** What mutations of a repair answer. */
export interface RepairReply {
  readonly repair: { readonly id: string; readonly status: string; readonly syncedOn: string | null } | null;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

/** Selects {@link RepairReply}. */
export const RESULT = '{ repair { id status syncedOn } errors { field code message } }';

/** Applies for repair. */
export const APPLY = `mutation ($input: RepairInput!) { repairApply(input: $input) ${RESULT} }`;

/** Decides on an application. */
export const DECIDE = `mutation ($id: ID!, $decision: RepairDecision!) {
  repairDecide(id: $id, decision: $decision, reason: "已完成整改") ${RESULT}
}`;

/** Variables of {@link APPLY}. */
export function applicationFor({ type, id }: RepairableFact): { readonly input: object } {
  return { input: { factType: type, fact: id, evidence: [PAPER], promise: { ...PAPER, name: '信用承诺书' } } };
}

function codesOf({ errors = [] }: CityReply): readonly unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}

const SUBJECT = { subjectUscc: APPLICANT.enterprise, subjectName: '示例企业' };

/** A penalty of {@link APPLICANT} without its number and its day. */
export const PENALTY = {
  ...SUBJECT,
  subjectCategory: 'LEGAL_OR_UNINCORPORATED',
  legalRep: '张三',
  violationKind: '未按规定处置固体废物',
  violationFacts: '未按规定处置固体废物',
  basis: '固体废物污染环境防治法第一百零二条',
  categories: ['FINE'],
  content: '罚款',
  fine: '50000.00',
  authority: '福州市生态环境局',
  authorityUscc: '91350100705362917E',
  publishedOn: '2026-04-20',
  validUntil: '2099-12-31',
};

/** A listing of {@link APPLICANT} without its number. */
export const LISTING = {
  ...SUBJECT,
  violationKind: 'FOOD_SAFETY',
  reason: '生产经营不符合食品安全标准的食品，情节严重',
  legalBasis: '市场监督管理严重违法失信名单管理办法第五条',
  listedOn: '2024-02-29',
  listingAuthority: '福州市市场监督管理局',
};
