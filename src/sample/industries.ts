/** A line of business of sample enterprises. */
export interface SampleIndustry {
  /** Class of GB/T 4754-2017. */
  readonly code: string;
  /** Middle of a company's name. */
  readonly word: string;
  /** End of an individual household's name. */
  readonly shop: string;
  readonly scope: string;
  readonly weight: number;
}

const industry = (code: string, word: string, shop: string, weight: number, scope: string): SampleIndustry => ({
  code,
  word,
  shop,
  scope,
  weight,
});

/** What cooperatives do. */
export const FARMING: SampleIndustry = industry(
  '0141',
  '农业',
  '蔬菜种植园',
  2,
  '蔬菜、水果、茶叶种植；初级农产品收购、初加工与销售；农业技术推广服务。',
);

/** What the sample city lives on. */
export const INDUSTRIES: readonly SampleIndustry[] = [
  industry('6210', '餐饮管理', '小吃店', 14, '餐饮服务；餐饮管理；外卖递送服务；食品销售。'),
  industry('5211', '商贸', '便利店', 16, '日用百货销售；食品销售；互联网销售；国内贸易代理。'),
  industry('1439', '食品', '食品作坊', 6, '食品生产；食品销售；食品进出口；农副产品销售。'),
  industry('1361', '水产', '水产经营部', 5, '水产品冷冻加工；水产品批发、零售；水产养殖；货物进出口。'),
  industry('1530', '茶业', '茶叶店', 5, '精制茶加工；茶叶、茶具销售；茶文化交流活动策划。'),
  industry('6513', '信息科技', '电脑维修部', 9, '软件开发；信息系统集成服务；数据处理服务；人工智能应用软件开发。'),
  industry('4710', '建筑工程', '装修服务部', 9, '房屋建筑工程、市政公用工程、建筑装饰装修工程施工；建筑劳务分包。'),
  industry('5431', '物流', '货运服务部', 5, '道路货物运输（不含危险货物）；仓储服务；国内货物运输代理。'),
  industry('2669', '化工', '化工商行', 3, '专用化学产品制造、销售（不含危险化学品）；合成材料销售；新材料技术研发。'),
  industry('3484', '机械', '机械加工店', 4, '机械零部件加工、销售；机械设备研发；五金产品零售。'),
  industry('1819', '服饰', '服装店', 6, '服装制造；服装服饰批发、零售；针纺织品销售；鞋帽零售。'),
  industry('5154', '医疗器械', '眼镜店', 3, '第一类、第二类医疗器械销售；眼镜销售；消毒器械销售。'),
  industry('7020', '物业', '家政服务部', 4, '物业管理；停车场服务；园林绿化工程施工；家政服务。'),
  industry('7262', '人力资源', '职业介绍所', 2, '人力资源服务；劳务派遣服务；职业中介活动；企业管理咨询。'),
  industry('7291', '旅行社', '旅游用品店', 2, '旅游业务；旅游开发项目策划咨询；票务代理服务；会议及展览服务。'),
  industry('8060', '文化传播', '照相馆', 5, '文化艺术交流活动组织；广告设计、制作、发布；摄影扩印服务。'),
  FARMING,
];
