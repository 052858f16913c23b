/** A kind of penalty that sample enterprises get. */
export interface PenaltyKind {
  readonly office: string;
  /** Sign in numbers of decisions. */
  readonly sign: string;
  readonly violationKind: string;
  readonly violationFacts: string;
  readonly basis: string;
  /** Labels of 处罚类别, the fine first where there is one. */
  readonly categories: readonly string[];
  /** Least and most fine, in yuan. */
  readonly fine?: readonly [number, number];
  readonly isSummary?: true;
  readonly weight: number;
}

/** From the many small to the few grave: minor, general and serious by the rules of severity. */
export const PENALTY_KINDS: readonly PenaltyKind[] = [
  {
    ...{
      office: '市场监督管理局',
      sign: '市监',
      weight: 16,
      categories: ['罚款', '没收违法所得'],
      fine: [5_000, 80_000],
    },
    violationKind: '经营标签不符合规定的食品',
    violationFacts: '当事人经营的预包装食品标签未标明生产日期和保质期',
    basis: '《中华人民共和国食品安全法》第一百二十五条第一款第二项',
  },
  {
    ...{ office: '市场监督管理局', sign: '市监', weight: 14, categories: ['罚款'], fine: [2_000, 50_000] },
    violationKind: '发布虚假广告',
    violationFacts: '当事人在其门店宣传物料中使用绝对化用语，与实际不符',
    basis: '《中华人民共和国广告法》第五十七条第一项',
  },
  {
    ...{ office: '市场监督管理局', sign: '市监', weight: 8, categories: ['警告'] },
    violationKind: '未按规定明码标价',
    violationFacts: '当事人销售的部分商品未标明价格，责令改正后已改正',
    basis: '《明码标价和禁止价格欺诈规定》第二十二条',
  },
  {
    ...{ office: '市场监督管理局', sign: '市监', weight: 3, categories: ['吊销营业执照'] },
    violationKind: '提交虚假材料取得登记',
    violationFacts: '当事人提交虚假材料取得公司登记，情节严重',
    basis: '《中华人民共和国市场主体登记管理条例》第四十四条',
  },
  {
    ...{ office: '城市管理委员会', sign: '城管', weight: 14, categories: ['罚款'], fine: [50, 1_000], isSummary: true },
    violationKind: '占道经营',
    violationFacts: '当事人在门店外公共道路摆放经营设施',
    basis: '《福州市市容和环境卫生管理办法》有关规定',
  },
  {
    ...{ office: '城市管理委员会', sign: '城管', weight: 6, categories: ['罚款'], fine: [5_000, 50_000] },
    violationKind: '未经核准处置建筑垃圾',
    violationFacts: '当事人未经核准将建筑垃圾运出施工现场',
    basis: '《城市建筑垃圾管理规定》第二十五条',
  },
  {
    ...{ office: '应急管理局', sign: '应急', weight: 8, categories: ['罚款'], fine: [10_000, 200_000] },
    violationKind: '未按规定进行安全生产教育和培训',
    violationFacts: '当事人未如实记录从业人员安全生产教育和培训情况',
    basis: '《中华人民共和国安全生产法》第九十七条第三项、第四项',
  },
  {
    ...{
      office: '应急管理局',
      sign: '应急',
      weight: 3,
      categories: ['罚款', '责令停产停业'],
      fine: [100_000, 500_000],
    },
    violationKind: '存在重大事故隐患未消除',
    violationFacts: '当事人未采取措施消除重大事故隐患，拒不执行整改指令',
    basis: '《中华人民共和国安全生产法》第一百零二条',
  },
  {
    ...{ office: '消防救援支队', sign: '消', weight: 8, categories: ['罚款'], fine: [5_000, 50_000] },
    violationKind: '消防设施未保持完好有效',
    violationFacts: '当事人营业场所疏散指示标志损坏，消火栓无水',
    basis: '《中华人民共和国消防法》第六十条第一款第一项',
  },
  {
    ...{ office: '生态环境局', sign: '环', weight: 6, categories: ['罚款'], fine: [20_000, 900_000] },
    violationKind: '超标排放水污染物',
    violationFacts: '当事人外排废水化学需氧量超过排放标准',
    basis: '《中华人民共和国水污染防治法》第八十三条第二项',
  },
  {
    ...{
      office: '生态环境局',
      sign: '环',
      weight: 2,
      categories: ['罚款', '限制开展生产经营活动'],
      fine: [1_000_000, 2_000_000],
    },
    violationKind: '通过暗管排放污染物',
    violationFacts: '当事人私设暗管逃避监管排放水污染物',
    basis: '《中华人民共和国水污染防治法》第八十三条第三项',
  },
  {
    ...{ office: '税务局', sign: '税', weight: 8, categories: ['罚款'], fine: [200, 20_000] },
    violationKind: '未按期办理纳税申报',
    violationFacts: '当事人未按照规定的期限办理纳税申报和报送纳税资料',
    basis: '《中华人民共和国税收征收管理法》第六十二条',
  },
  {
    ...{
      office: '住房和城乡建设局',
      sign: '建',
      weight: 3,
      categories: ['降低资质等级', '罚款'],
      fine: [50_000, 400_000],
    },
    violationKind: '违法分包',
    violationFacts: '当事人将承包的工程违法分包给不具备资质的单位',
    basis: '《建设工程质量管理条例》第六十二条',
  },
  {
    ...{ office: '交通运输局', sign: '交', weight: 5, categories: ['罚款', '暂扣许可证件'], fine: [1_000, 30_000] },
    violationKind: '未按规定维护营运车辆',
    violationFacts: '当事人未按规定的周期对营运车辆进行维护',
    basis: '《道路运输车辆技术管理规定》第三十一条',
  },
];
