import type { LocalDate } from '../values/localDate.ts';
import type { Uscc } from '../values/uscc.ts';
import type { SampleDistrict } from './districts.ts';
import type { SampleIndustry } from './industries.ts';

/** What decides the rows of a sample: the same three give the same bytes. */
export interface SampleSetting {
  /** How many enterprises. */
  readonly enterprises: number;
  readonly seed: number;
  /** The day that the sample is alive on; no fact is later. */
  readonly asOf: LocalDate;
}

/** An invented enterprise: what all departments need to know so that their facts fit together. */
export interface SampleEnterprise {
  /** From 0. */
  readonly index: number;
  readonly uscc: Uscc;
  readonly name: string;
  /** An earlier name, where it had one. */
  readonly formerName?: string;
  readonly kind: 'COMPANY' | 'HOUSEHOLD' | 'COOPERATIVE' | 'BRANCH';
  /** Code of the company that a branch belongs to. */
  readonly parentUscc?: Uscc;
  readonly foundedOn: LocalDate;
  /** `status` of the registration. */
  readonly status: 'IN_BUSINESS' | 'SUSPENDED' | 'REVOKED' | 'DEREGISTERED' | 'MOVED_OUT';
  /** Last day that facts can be about: of its registration, else the day of the sample. */
  readonly activeUntil: LocalDate;
  readonly district: SampleDistrict;
  readonly industry: SampleIndustry;
  /** Legal representative, operator or person in charge. */
  readonly person: string;
  /** How it behaves; most are `GOOD` and have few facts. */
  readonly standing: 'GOOD' | 'LAX' | 'TROUBLED';
  /** Has facts in every collection, for people and tests to look at; enterprise 0 is one. */
  readonly isRich: boolean;
}
