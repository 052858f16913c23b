import { z } from 'zod';
import { basisSchema, daySchema, titleSchema } from '../legalBasis.ts';

const name = z.string().trim().min(1, 'must not be empty');
const months = z.number().int().positive();

/** Values that a fact must have: a field stands for one value, or for several of which one is enough. */
const whereSchema = z.record(name, z.union([z.string(), z.array(z.string()).min(1)]));

const termSchema = z.strictObject({
  /** Which entries it is for; all others where absent. The first that fits counts. */
  when: whereSchema.default({}),
  /** Months on the list; null without a fixed term. */
  months: months.nullable(),
  /** Months after which early removal may be asked for; null where the law knows none. */
  earlyRemovalMonths: months.nullable(),
});

const editionSchema = z.strictObject({
  edition: name,
  /** Facts from this day on fall under it. */
  from: daySchema,
  basis: basisSchema,
  entryRule: titleSchema,
  exitRule: titleSchema,
  terms: z.array(termSchema).min(1),
  /** The facts that are entries. */
  entries: z
    .array(
      z.strictObject({
        type: z.string().regex(/^[A-Z]\w*$/),
        where: whereSchema.default({}),
        /** Fields that must be there, whatever they say. */
        needs: z.array(name).default([]),
      }),
    )
    .min(1),
});

/** The form of a file of `subgraphs/credit/lists`. */
export const listSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be words joined by hyphens'),
    kind: z.enum(['RED', 'BLACK']),
    title: titleSchema,
    owner: z.strictObject({
      /** Spelt like the department's folder, also of one that has not joined yet. */
      department: z.string().regex(/^[a-z]+$/),
      authority: name,
    }),
    /** Newest first. */
    editions: z.array(editionSchema).min(1),
  })
  .refine(({ editions }) => isNewestFirst(editions.map(({ from }) => from)), {
    path: ['editions'],
    message: 'must stand newest first, each with a day of its own',
  });

function isNewestFirst(days: readonly string[]): boolean {
  return days.every((day, at) => at === 0 || day < (days[at - 1] ?? ''));
}

/** A red or black list as law defines it: an expert's declaration, one file each. */
export type ListDefinition = Readonly<z.output<typeof listSchema>>;
/** What held of a list from a day on. */
export type ListEdition = ListDefinition['editions'][number];
/** Values that a fact must have. */
export type Where = Readonly<z.output<typeof whereSchema>>;
