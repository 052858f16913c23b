/** What the pages say of a door. */
export interface DoorWords {
  /** Names its page and its address. */
  readonly name: string;
  /** Where operations are sent. */
  readonly path: string;
  readonly title: string;
  readonly english: string;
  /** For whom it is. */
  readonly audience: string;
  readonly credentials: string;
  /** What is to be found there. */
  readonly offers: string;
}

/** The doors in the order of the pages; a test compares them with those that there are. */
export const DOOR_WORDS: readonly [DoorWords, ...DoorWords[]] = [
  {
    name: 'open',
    path: '/open/graphql',
    title: '公众',
    english: 'Public',
    audience: '社会公众、媒体与研究机构',
    credentials: '免凭证；可用免费密钥提高额度',
    offers: '登记、许可、处罚、红黑名单、信用时间轴与信用报告中依法公开的部分。',
  },
  {
    name: 'agency',
    path: '/agency/graphql',
    title: '征信机构',
    english: 'Agencies',
    audience: '第三方征信机构、银行与评级机构',
    credentials: 'API 密钥，或 OAuth 2 客户端凭证',
    offers: '公开信息，以及经信用主体授权方可查询的信息。',
  },
  {
    name: 'my',
    path: '/my/graphql',
    title: '企业',
    english: 'My enterprise',
    audience: '持电子营业执照登录的市场主体',
    credentials: '载明本企业统一社会信用代码的令牌',
    offers: '本企业的全部信用信息；提出异议、申请信用修复、作出信用承诺。',
  },
  {
    name: 'internal',
    path: '/internal/graphql',
    title: '部门',
    english: 'Departments',
    audience: '政府部门与人民法院',
    credentials: '部门令牌或部门系统的密钥',
    offers: '部门间共享的信息、风险分类、联合惩戒与激励，以及本部门的归集与更正。',
  },
];
