/** A kind of permit that sample enterprises hold. */
export interface PermitKind {
  readonly office: string;
  readonly docName: string;
  readonly certName: string;
  /** Label of the kind of permit. */
  readonly category: string;
  readonly content: string;
  /** Sign in numbers of decisions and certificates. */
  readonly sign: string;
  /** Years of validity; without an end where absent. */
  readonly years?: number;
  /** Classes of GB/T 4754 that need it; all, where absent. */
  readonly industries?: readonly string[];
}

const FOOD = ['6210', '5211', '1439', '1361', '1530'];
const WORKS = ['1439', '1361', '2669', '3484', '1819'];

/** Kinds of permit by the offices that decide on them. */
export const PERMIT_KINDS: readonly PermitKind[] = [
  {
    ...{ office: '市场监督管理局', docName: '食品经营许可决定书', certName: '食品经营许可证', category: '普通' },
    ...{ content: '准予从事食品销售、热食类食品制售', sign: '食', years: 5, industries: FOOD },
  },
  {
    ...{ office: '市场监督管理局', docName: '食品生产许可决定书', certName: '食品生产许可证', category: '普通' },
    ...{ content: '准予生产许可范围内的食品', sign: '产', years: 5, industries: ['1439', '1361', '1530'] },
  },
  {
    ...{
      office: '市场监督管理局',
      docName: '特种设备使用登记决定书',
      certName: '特种设备使用登记证',
      category: '登记',
    },
    ...{ content: '准予特种设备使用登记', sign: '特', industries: [...WORKS, '7020'] },
  },
  {
    ...{
      office: '市场监督管理局',
      docName: '医疗器械经营许可决定书',
      certName: '医疗器械经营许可证',
      category: '普通',
    },
    ...{ content: '准予经营第三类医疗器械', sign: '械', years: 5, industries: ['5154'] },
  },
  {
    ...{ office: '生态环境局', docName: '排污许可决定书', certName: '排污许可证', category: '普通' },
    ...{ content: '准予按证排放水、大气污染物', sign: '环', years: 5, industries: WORKS },
  },
  {
    ...{
      office: '住房和城乡建设局',
      docName: '建筑业企业资质核准决定书',
      certName: '建筑业企业资质证书',
      category: '认可',
    },
    ...{ content: '核准建筑工程施工总承包三级资质', sign: '建', years: 5, industries: ['4710'] },
  },
  {
    ...{
      office: '交通运输局',
      docName: '道路货物运输经营许可决定书',
      certName: '道路运输经营许可证',
      category: '普通',
    },
    ...{ content: '准予从事道路普通货物运输', sign: '运', years: 4, industries: ['5431', '5211', '4710'] },
  },
  {
    ...{
      office: '人力资源和社会保障局',
      docName: '劳务派遣经营许可决定书',
      certName: '劳务派遣经营许可证',
      category: '普通',
    },
    ...{ content: '准予经营劳务派遣业务', sign: '劳', years: 3, industries: ['7262'] },
  },
  {
    ...{
      office: '文化和旅游局',
      docName: '旅行社业务经营许可决定书',
      certName: '旅行社业务经营许可证',
      category: '普通',
    },
    ...{ content: '准予经营国内旅游业务和入境旅游业务', sign: '旅', industries: ['7291'] },
  },
  {
    ...{
      office: '卫生健康委员会',
      docName: '公共场所卫生许可决定书',
      certName: '公共场所卫生许可证',
      category: '普通',
    },
    ...{ content: '准予经营公共场所', sign: '卫', years: 4, industries: ['6210', '8060', '5211'] },
  },
  {
    ...{
      office: '城市管理委员会',
      docName: '户外广告设置许可决定书',
      certName: '户外广告设置许可证',
      category: '普通',
    },
    ...{ content: '准予设置门店招牌和户外广告', sign: '城', years: 2 },
  },
  {
    ...{
      office: '税务局',
      docName: '增值税专用发票最高开票限额准予决定书',
      certName: '准予税务行政许可决定书',
      category: '核准',
    },
    ...{ content: '准予增值税专用发票最高开票限额一百万元', sign: '税' },
  },
];
