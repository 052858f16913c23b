/**
 * Words by which enterprises say what they do (行业或经营特点), the common ones only: a rare word is as good as a trade
 * name, and is left with it.
 */
const WORDS = [
  // Trade and services of every kind.
  '科技 商贸 贸易 工贸 经贸 科贸 物贸 农贸 汽贸 商务 商业 实业 产业 企业 工业 服务 管理 咨询 开发 发展 投资 销售 经营 经销 购销 供销 营销 批发 零售 代理 代办 中介',
  '进出口 国际 国际贸易 电子商务 连锁 租赁 策划 顾问 设计 制作 制造 加工 生产 维修 修理 安装 检测 检验 评估 监理 培训 教育 文化 传播 传媒 广告 影视 艺术 展览 会展 会议 礼仪 婚庆 摄影',
  '信息 网络 软件 通信 通讯 电信 系统 智能 数据 数码 互联网 物联网 技术 高新 新技术 系统集成 计算机 电脑 办公 自动化 光电 半导体',
  // Building and land.
  '建设 建筑 建工 工程 装饰 装修 装潢 劳务 分包 市政 园林 绿化 景观 园艺 房地产 地产 置业 物业 房产 房屋 拆迁 土石方 钢结构 结构 防水 消防 门窗 幕墙 路桥 公路 桥梁 基础 设备 设施 成套',
  '建材 材料 石材 陶瓷 水泥 混凝土 商品混凝土 砂石 玻璃 涂料 木业 家具 家居 家私 灯饰 照明 卫浴 橱柜 地板 五金 水暖 管业 门业 石业 装备',
  // Making things.
  '机械 机电 电机 电气 电器 电子 电力 电缆 电线 线缆 电梯 电源 仪器 仪表 器材 器械 医疗器械 模具 轴承 阀门 泵业 工具 配件 零部件 部件 汽配 铸造 锻造 机床 农机 重工 精密',
  '化工 石化 石油 天然气 石油天然气 燃气 燃料 能源 新能源 节能 环保 环境 橡胶 塑料 塑胶 塑业 油脂 润滑油 化肥 肥料 农药 生物 医药 药业 制药 中药 药材 中药材 化妆品 日化 用品 保健品 制品 产品',
  '纺织 纺织品 服装 服饰 时装 针织 织造 制衣 印染 鞋业 皮革 皮具 箱包 工艺品 工艺 礼品 玩具 饰品 珠宝 首饰 眼镜 钟表 纸业 纸品 包装 印刷 印务 彩印 金属 钢铁 钢材 铝业 铜业 不锈钢 矿业 煤业 煤炭 焦化 冶金 有色金属 再生资源 资源 物资 回收 利用 综合 综合利用 耐火材料 新材料',
  // Food and farming.
  '农民 专业 集体 联营 供销合作 信用合作 农村信用 农机 农民专业 食品 饮料 饮品 酒业 茶业 茶叶 粮油 粮食 米业 面粉 肉业 乳业 糖业 盐业 水产 海产 果业 果蔬 蔬菜 水果 农业 农产品 农副产品 农资 种业 种子 种植 养殖 畜牧 牧业 渔业 林业 饲料 生态 花卉 苗木 菌业 生资 生产资料 餐饮 酒店 饭店 宾馆 大酒店 百货 超市 日用品 副食 烟酒 烟草 冷链 冷冻',
  // Transport, money, people.
  '物流 运输 货运 客运 快运 速递 快递 邮政 邮政储蓄 铁路 铁通 移动通信 联合网络 网络通信 储运 仓储 配送 货物运输 货运代理 国际货运代理 船务 航运 海运 航空 公交 出租汽车 汽车 汽车销售 汽车租赁 汽车运输 汽车维修 摩托车 电动车 驾驶员培训 机动车 停车',
  '银行 农业银行 工商银行 建设银行 商业银行 农村商业银行 储蓄 保险 人寿保险 财产保险 证券 期货 基金 资产 资产管理 资本 股权投资 创业投资 金融 融资 担保 融资担保 小额贷款 典当 拍卖 财务 会计 会计师 税务 税务师 律师 资产评估 房地产评估 造价 工程造价 招标 公证 人力资源 劳务派遣 派遣 知识产权 事务',
  '旅游 旅行社 国际旅行社 娱乐 体育 健身 健康 医疗 养老 家政 保洁 保安 清洁 环卫 美容 美发 洗涤 网吧 图书 音像 出版 书店 新华书店 发行 药房 大药房 药店 医院 学校 培训学校 俱乐部 水电 水务 供水 供电 供热 热力 热电 发电 自来水 水利 水利水电 测绘 勘察 勘测 地质 气体 液化气 控股 联合',
];

const words = new Set(WORDS.flatMap((line) => line.split(' ')));
const LONGEST = Math.max(...[...words].map((word) => word.length));

/**
 * Tells where the words of the industry begin at the end of a text.
 *
 * @param text - what stands between division and legal form
 * @param least - how many characters at the front are left for the trade name
 * @returns the place of the first such word; the length of the text where there is none
 */
export function industryStart(text: string, least: number): number {
  let start = text.length;
  for (let length = wordBefore(text, start, least); length > 0; length = wordBefore(text, start, least)) {
    start -= length;
  }
  return start;
}

function wordBefore(text: string, end: number, least: number): number {
  for (let length = Math.min(LONGEST, end - least); length > 0; length -= 1) {
    if (words.has(text.slice(end - length, end))) return length;
  }
  return 0;
}
