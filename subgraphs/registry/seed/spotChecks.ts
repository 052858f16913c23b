import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import { addDays } from '../../../src/values/localDate.ts';

const ITEMS = [
  { checkItem: '登记事项检查', taskName: '企业登记事项双随机抽查', joint: undefined },
  { checkItem: '公示信息检查', taskName: '企业公示信息双随机抽查', joint: undefined },
  { checkItem: '食品销售监督检查', taskName: '食品销售者双随机抽查', joint: '商务局' },
  { checkItem: '广告行为检查', taskName: '广告经营者双随机抽查', joint: undefined },
  { checkItem: '消防安全检查', taskName: '多部门联合双随机抽查', joint: '消防救援支队' },
  { checkItem: '劳动用工检查', taskName: '人力资源市场双随机抽查', joint: '人力资源和社会保障局' },
];
const RESULTS = [
  { result: '未发现问题', weight: 68, followUp: undefined },
  { result: '发现问题已责令改正', weight: 9, followUp: '已责令限期改正，复查合格' },
  { result: '未按规定公示应当公示的信息', weight: 6, followUp: '责令限期公示' },
  { result: '通过登记的住所（经营场所）无法联系', weight: 5, followUp: '转列入经营异常名录程序' },
  { result: '未发现开展本次抽查涉及的经营活动', weight: 5, followUp: undefined },
  { result: '发现问题待后续处理', weight: 4, followUp: '移送执法机构处理' },
  { result: '公示信息隐瞒真实情况、弄虚作假', weight: 2, followUp: '转列入经营异常名录程序' },
  { result: '不配合检查情节严重', weight: 1, followUp: '通报有关部门' },
] as const;

/** 双随机抽查 of a sample enterprise, alone or jointly with another department. */
export const spotChecks: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.22, LAX: 0.5, TROUBLED: 1.4 };
  return eventDays(enterprise, chance, means, { asOf, months: 40 }).map((checkedOn) => {
    const { checkItem, taskName, joint } = chance.pick(ITEMS);
    const { result, followUp } = chance.weighted(RESULTS, ({ weight }) => weight);
    const own = sampleAuthority('市场监督管理局', enterprise.district).name;
    const publishedOn = addDays(checkedOn, chance.int(2, 26));
    return {
      ...subjectColumns(enterprise),
      ...{ checkItem, checkedOn, result },
      planNo: `示双随机${checkedOn.slice(0, 7).replace('-', '')}`,
      taskName: `${checkedOn.slice(0, 4)}年${taskName}`,
      checkAuthorities: joint === undefined ? own : `${own};${sampleAuthority(joint).name}`,
      method: chance.pick(['书面检查', '实地核查', '实地核查', '网络监测', '委托专业机构']),
      ...(followUp === undefined ? {} : { followUp }),
      publishedOn: publishedOn > asOf ? asOf : publishedOn,
    };
  });
};
