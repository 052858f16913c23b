import { z } from 'zod';
import type { QualityFlag } from '../../data/fields/Field.ts';

/** Flags that a source may put on its rows; a Record, so that the compiler notices a new one. */
const FLAGS: Readonly<Record<QualityFlag, true>> = {
  USCC_REPAIRED: true,
  USCC_WRONG: true,
  ORG_CODE_CHECK: true,
  REGISTRATION_NO_CHECK: true,
  ALSO_CITIZEN_ID: true,
  UNKNOWN_CATEGORY: true,
  INCOMPLETE_SOURCE: true,
  WINDOW_UNKNOWN: true,
  SUBJECT_UNLINKED: true,
  CURRENCY_ASSUMED: true,
  OCR_SOURCE: true,
  DATE_ORDER: true,
  AMOUNT_MISSING: true,
  VALUE_SET_ASIDE: true,
  PERSONAL_DATA_MASKED: true,
};

const text = z.string().trim().min(1, 'must not be empty');
const flag = z.enum(Object.keys(FLAGS) as [QualityFlag, ...QualityFlag[]]);
const cellsByColumn = z.record(text, z.string());

/** The form of a source profile's file. */
export const sourceProfileSchema = z
  .strictObject({
    title: text,
    collection: z.string().regex(/^[a-z]+\.\w+$/, 'must be department.collection, such as registry.enterprises'),
    where: cellsByColumn.default({}),
    columns: z.record(text, text).refine((columns) => Object.keys(columns).length > 0, 'must name at least one column'),
    ignored: z.array(text).default([]),
    constants: z.record(text, text).default({}),
    neverHas: z.array(text).default([]),
    provider: z
      .strictObject({
        name: text,
        uscc: z
          .string()
          .regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, 'must be a USCC')
          .optional(),
      })
      .optional(),
    flags: z.array(flag).default([]),
    flagsWhere: z.partialRecord(flag, cellsByColumn).default({}),
  })
  .superRefine((profile, context) => {
    for (const { key, message } of contradictions(profile)) context.addIssue({ code: 'custom', path: key, message });
  });

interface Statements {
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly constants: Readonly<Record<string, string>>;
  readonly neverHas: readonly string[];
}

interface Contradiction {
  readonly key: string[];
  readonly message: string;
}

function contradictions({ columns, ignored, constants, neverHas }: Statements): Contradiction[] {
  const fields = Object.values(columns);
  return [
    ...Object.entries(columns)
      .filter(([, field], index) => fields.indexOf(field) !== index)
      .map(([column, field]) => ({ key: ['columns', column], message: `${field} has another column already` })),
    ...ignored
      .filter((column) => column in columns)
      .map((column) => ({ key: ['ignored'], message: `${column} is read under columns` })),
    ...Object.keys(constants)
      .filter((field) => fields.includes(field))
      .map((field) => ({ key: ['constants', field], message: 'has a column already' })),
    ...neverHas
      .filter((field) => fields.includes(field) || field in constants)
      .map((field) => ({ key: ['neverHas'], message: `${field} has a column or a constant` })),
  ];
}

/**
 * How one known file maps to a collection: a small YAML file of the department, not code.
 *
 * All values are text as they stand in the YAML, so that `001` and `no` mean what they say.
 */
export type SourceProfile = Readonly<z.output<typeof sourceProfileSchema>> & {
  /** Name of its file without the ending, by which a user chooses it. */
  readonly name: string;
};
