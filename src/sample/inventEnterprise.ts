import { addYears, fromDayNumber, toDayNumber, type LocalDate } from '../values/localDate.ts';
import { Chance } from './Chance.ts';
import { DISTRICTS, type SampleDistrict } from './districts.ts';
import { FARMING, INDUSTRIES, type SampleIndustry } from './industries.ts';
import { personName } from './personName.ts';
import { SAMPLE_AGENCIES, type SampleAgency } from './sampleAgencies.ts';
import type { SampleEnterprise, SampleSetting } from './SampleEnterprise.ts';
import { orgCodeBody, sampleUscc } from './sampleUscc.ts';
import { textHash } from './textHash.ts';
import { tradeName } from './tradeName.ts';

type Kind = SampleEnterprise['kind'];

/** One in so many has facts in every collection, from the first on. Branches belong to the one before them. */
export const RICH_EVERY = 400;
const RICH_YEARS = 9;
const OLDEST_YEARS = 30;
/** Branches are younger than what they belong to. */
const BRANCH_YEARS = 8;
/** From this day on organisation codes begin with MA. */
const NEW_CODES_SINCE = '2015-10-01';
/** Organisation codes that there are: six characters behind MA, or eight digits. */
const CODES = { new: 31 ** 6, old: 10 ** 8 } as const;
/** A prime that divides neither, so that steps of it reach each code once. */
const CODE_STEP = 15_485_863;

const KINDS: readonly { readonly kind: Kind; readonly category: string; readonly weight: number }[] = [
  { kind: 'COMPANY', category: '91', weight: 66 },
  { kind: 'HOUSEHOLD', category: '92', weight: 27 },
  { kind: 'COOPERATIVE', category: '93', weight: 3 },
  { kind: 'BRANCH', category: '91', weight: 4 },
];
const STANDINGS = [
  { standing: 'GOOD', weight: 82 },
  { standing: 'LAX', weight: 13 },
  { standing: 'TROUBLED', weight: 5 },
] as const;
const ENDED = [
  { status: 'DEREGISTERED', weight: 60 },
  { status: 'REVOKED', weight: 25 },
  { status: 'SUSPENDED', weight: 10 },
  { status: 'MOVED_OUT', weight: 5 },
] as const;

/**
 * Invents one enterprise of a sample. It depends on its number and the setting alone, so that any part of a sample can
 * be made without the rest.
 *
 * The credit agencies come behind the first one.
 *
 * @param index - from 0
 * @param setting - seed and day; the number of enterprises does not matter
 */
export function inventEnterprise(index: number, setting: Pick<SampleSetting, 'seed' | 'asOf'>): SampleEnterprise {
  const agency = SAMPLE_AGENCIES[index - 1];
  return agency === undefined ? inventAny(index, setting) : asAgency(inventAny(index, setting), agency, setting.asOf);
}

/** Old enough to be relied on, and well-behaved. */
function asAgency(
  { index, district, person }: SampleEnterprise,
  { uscc, name, industry }: SampleAgency,
  asOf: LocalDate,
): SampleEnterprise {
  return {
    ...{ index, district, person, uscc, name, industry },
    ...{ kind: 'COMPANY', status: 'IN_BUSINESS', standing: 'GOOD', isRich: false },
    foundedOn: addYears(asOf, -RICH_YEARS),
    activeUntil: asOf,
  };
}

function inventAny(index: number, setting: Pick<SampleSetting, 'seed' | 'asOf'>): SampleEnterprise {
  const { seed, asOf } = setting;
  const chance = new Chance(`${seed}/enterprise/${index}`);
  const isRich = index % RICH_EVERY === 0;
  const { kind, category } = isRich ? COMPANY : chance.weighted(KINDS, ({ weight }) => weight);
  const district = chance.weighted(DISTRICTS, ({ weight }) => weight);
  const industry = kind === 'COOPERATIVE' ? FARMING : chance.weighted(INDUSTRIES, ({ weight }) => weight);
  const oldest = kind === 'BRANCH' ? BRANCH_YEARS : OLDEST_YEARS;
  const foundedOn = isRich ? addYears(asOf, -RICH_YEARS) : foundingDay(chance, asOf, oldest);
  const trade = tradeName(index, textHash(`${seed}/names`));
  const parent = kind === 'BRANCH' ? inventAny(index - (index % RICH_EVERY), setting) : undefined;
  const nameWith = (sign: string) => nameOf(kind, sign, district, industry, parent?.name);
  return {
    index,
    uscc: sampleUscc(category, district.code, orgCodeOf(index, seed, foundedOn)),
    name: nameWith(trade),
    ...earlierName(chance, kind === 'COMPANY' && daysAfter(foundedOn, 450) <= asOf, isRich, () =>
      nameWith(`${trade}${chance.pick(['元', '康', '立'])}`),
    ),
    kind,
    ...(parent === undefined ? {} : { parentUscc: parent.uscc }),
    foundedOn,
    ...lifeOf(chance, foundedOn, asOf, isRich),
    district,
    industry,
    person: personName(chance),
    standing: isRich ? 'TROUBLED' : chance.weighted(STANDINGS, ({ weight }) => weight).standing,
    isRich,
  };
}

const COMPANY = { kind: 'COMPANY', category: '91' } as const;

/** Another one for each enterprise, as long as there are fewer than 10^8. */
function orgCodeOf(index: number, seed: number, foundedOn: LocalDate): string {
  const isNew = foundedOn >= NEW_CODES_SINCE;
  const number = (index * CODE_STEP + (textHash(`${seed}/codes`) >>> 4)) % (isNew ? CODES.new : CODES.old);
  return orgCodeBody(number, isNew);
}

/** Most enterprises are young. */
function foundingDay(chance: Chance, asOf: LocalDate, years: number): LocalDate {
  const today = toDayNumber(asOf);
  return fromDayNumber(today - Math.floor(chance.fraction() ** 2.2 * years * 365));
}

function earlierName(
  chance: Chance,
  isPossible: boolean,
  isCertain: boolean,
  name: () => string,
): Pick<SampleEnterprise, 'formerName'> {
  return isCertain || (isPossible && chance.isTrue(0.08)) ? { formerName: name() } : {};
}

/** Without a calendar: an enterprise is invented anew for every collection. */
function daysAfter(day: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(day) + days);
}

function lifeOf(
  chance: Chance,
  foundedOn: LocalDate,
  asOf: LocalDate,
  isRich: boolean,
): Pick<SampleEnterprise, 'status' | 'activeUntil'> {
  const couldEndFrom = daysAfter(foundedOn, 550);
  if (isRich || couldEndFrom > asOf || !chance.isTrue(0.14)) return { status: 'IN_BUSINESS', activeUntil: asOf };
  const { status } = chance.weighted(ENDED, ({ weight }) => weight);
  // A suspension lasts three years at most.
  const earliest = status === 'SUSPENDED' ? daysAfter(asOf, -900) : couldEndFrom;
  return { status, activeUntil: chance.day(earliest > couldEndFrom ? earliest : couldEndFrom, asOf) };
}

function nameOf(
  kind: Kind,
  trade: string,
  district: SampleDistrict,
  industry: SampleIndustry,
  parent: string | undefined,
): string {
  if (kind === 'HOUSEHOLD') return `${district.place}${trade}（示例）${industry.shop}`;
  if (kind === 'COOPERATIVE') return `${district.place}${trade}（示例）农业专业合作社`;
  if (kind === 'BRANCH') return `${parent ?? ''}${trade}分公司`;
  return `福州${trade}（示例）${industry.word}有限公司`;
}
