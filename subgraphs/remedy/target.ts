import type { Polarity, Severity } from '../../src/data/FactDocument.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import type { LocalDate } from '../../src/values/localDate.ts';
import type { RepairGround } from './rules/repairOutlook.ts';
import type { RefusalCode } from './rules/refusals.ts';

/** The fact that an application is about, as its owner shows it to the caller. */
export interface Target {
  readonly type: string;
  readonly id: string;
  /** The department that owns it. */
  readonly department: string;
  /** Absent where it is about no enterprise that is known. */
  readonly uscc?: string;
  readonly ground: RepairGround;
}

interface WindowAnswer {
  readonly from: LocalDate | null;
  readonly minimumUntil: LocalDate | null;
  readonly until: LocalDate | null;
  readonly rule: string | null;
}

interface RecordAnswer {
  readonly polarity: Polarity | null;
  readonly severity: Severity | null;
  readonly publishedOn: LocalDate | null;
  readonly publicity: WindowAnswer | null;
}

/** What the graph gives of a fact. */
interface FactAnswer {
  readonly fact: {
    readonly subject: { readonly uscc: string } | null;
    readonly decidedOn: LocalDate | null;
    readonly record: RecordAnswer | null;
  };
}

/**
 * Reads a fact from the department that owns it, by the caller's own identity: what the caller may not see is not there.
 *
 * @param type - GraphQL type of the fact
 * @param id - its id
 * @param context - the request
 * @returns the fact, or why it can not be told
 */
export async function readTarget(
  type: string,
  id: string,
  { departments, graph, caller }: SubgraphContext,
): Promise<Target | { readonly refused: RefusalCode }> {
  const department = departments.find(({ factTypes }) => factTypes.some((each) => each.type === type))?.name;
  if (department === undefined) return { refused: 'TARGET_UNKNOWN' };
  const { data, errors } = await graph.ask<FactAnswer>(questionTo(department), { type, id }, caller);
  const fact = data?.fact;
  if (fact === null || fact === undefined) {
    const isDown = errors.some(({ code }) => code === 'DEPARTMENT_UNAVAILABLE');
    return { refused: isDown ? 'TARGET_UNAVAILABLE' : 'TARGET_UNKNOWN' };
  }
  const uscc = fact.subject?.uscc;
  return { type, id, department, ...(uscc === undefined ? {} : { uscc }), ground: groundOf(type, fact) };
}

/** The name is a department's own, from its declaration. */
function questionTo(department: string): string {
  return `query ($type: String!, $id: ID!) {
    fact: ${department}Fact(factType: $type, id: $id) {
      subject { uscc }
      decidedOn
      record { polarity severity publishedOn publicity { from minimumUntil until rule } }
    }
  }`;
}

function groundOf(type: string, { decidedOn, record }: FactAnswer['fact']): RepairGround {
  const { polarity, severity, publishedOn, publicity } = given(record);
  const window = given(publicity ?? null);
  return {
    type,
    polarity,
    severity,
    began: window.from ?? decidedOn ?? publishedOn,
    publicity: window,
  };
}

/** The graph says null where nothing is stored. */
function given<Parts extends object>(parts: Parts | null): Given<Parts> {
  return Object.fromEntries(Object.entries(parts ?? {}).filter(([, value]) => value !== null)) as Given<Parts>;
}

type Given<Parts> = { readonly [Name in keyof Parts]?: NonNullable<Parts[Name]> };
