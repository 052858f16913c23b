import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { containsCitizenId } from '../../../src/values/citizenId.ts';
import { addDays, addYears, type LocalDate } from '../../../src/values/localDate.ts';

const MATTERS = [
  { kind: '审批替代型', reason: '食品经营许可告知承诺', office: '行政审批局' },
  { kind: '容缺受理型', reason: '公共场所卫生许可补正材料', office: '行政审批局' },
  { kind: '证明事项型', reason: '无违法违规证明告知承诺', office: '市场监督管理局' },
  { kind: '行业自律型', reason: '行业诚信经营公约', office: '商务局' },
  { kind: '主动型', reason: '年报公示信息真实承诺', office: '市场监督管理局' },
] as const;
const CONTENT = '所填写的信息真实、准确；按期补齐材料，符合法定条件；自愿接受监督检查。';
const LIABILITY = '违反承诺的，撤销相关决定，记入信用记录并予公示，自行承担相应责任。';
/** Of one enterprise at most, beside one that only the rich have. */
const MOST = 3;
/** Numbers of one day and district go by enterprise, so many to each. */
const EACH = MOST + 1;
/** One enterprise in so many keeps its commitments to itself and whom it authorises. */
const CLOSED_EVERY = 8;
const SHOWN = { PUBLIC: '可向社会公开', AUTHORISED: '不可公开' } as const;
const SERIALS = 1_000_000;
/** Leads from a number that would pass for a citizen's to one that no enterprise has. */
const DETOUR = 333_333;

/** 信用承诺 of the sample: most are kept or being kept, the troubled break some. */
export const commitments: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.35, LAX: 0.4, TROUBLED: 0.8 };
  const days = eventDays(enterprise, chance, means, { asOf, months: 30 });
  const setting = { enterprise, chance, asOf };
  const { index, isRich } = enterprise;
  const publicity = index % CLOSED_EVERY === CLOSED_EVERY - 1 ? SHOWN.AUTHORISED : SHOWN.PUBLIC;
  const made = days.slice(-MOST).map((promisedOn, at) => ({ ...commitment(setting, promisedOn, at), publicity }));
  const [latest] = days.slice(-1);
  if (!isRich || latest === undefined) return made;
  return [...made, { ...commitment(setting, latest, MOST), publicity: SHOWN.AUTHORISED }];
};

interface Setting {
  readonly enterprise: SampleEnterprise;
  readonly chance: Chance;
  readonly asOf: LocalDate;
}

function commitment(setting: Setting, promisedOn: LocalDate, at: number): SampleRow {
  const { enterprise, chance } = setting;
  const { kind, reason, office } = chance.pick(MATTERS);
  const unit = sampleAuthority(office, enterprise.district);
  return {
    ...subjectColumns(enterprise),
    code: codeOf(enterprise, promisedOn, at),
    ...{ kind, reason, content: CONTENT, liability: LIABILITY, promisedOn },
    validUntil: addYears(promisedOn, chance.int(1, 2)),
    ...{ acceptUnit: unit.name, acceptUnitUscc: unit.uscc },
    ...{ providerName: unit.name, providerUscc: unit.uscc },
    ...judgement(setting, promisedOn, unit),
  };
}

function judgement(
  { enterprise, chance, asOf }: Setting,
  promisedOn: LocalDate,
  unit: { readonly name: string; readonly uscc: string },
): SampleRow {
  const confirmedOn = addDays(promisedOn, chance.int(60, 300));
  const isBroken = enterprise.standing === 'TROUBLED' && chance.isTrue(0.4);
  if (confirmedOn > asOf) return { fulfilment: '履行中' };
  const found = { confirmedOn, confirmUnit: unit.name, confirmUnitUscc: unit.uscc };
  if (!isBroken) return { ...found, fulfilment: '全部履行' };
  const liabilityPursued = '撤销许可决定，按违诺责任追究';
  return { ...found, fulfilment: '部分履行', unperformed: '未按期补齐材料', liabilityPursued };
}

function codeOf({ district, index }: SampleEnterprise, day: LocalDate, at: number): string {
  const prefix = `${district.code}${day.replaceAll('-', '')}`;
  for (let serial = index * EACH + at + 1; ; serial += DETOUR) {
    const code = `${prefix}${String(serial % SERIALS).padStart(6, '0')}`;
    if (!containsCitizenId(code)) return code;
  }
}
