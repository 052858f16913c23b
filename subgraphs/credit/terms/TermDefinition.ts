import { z } from 'zod';
import { basisSchema, titleSchema } from '../legalBasis.ts';

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be words joined by hyphens');

const termSchema = z.strictObject({
  id,
  title: titleSchema,
  amount: z.number().int().positive(),
  unit: z.enum(['WORKING_DAYS', 'DAYS', 'MONTHS', 'YEARS']),
  basis: basisSchema,
});

const scaleSchema = z
  .strictObject({
    id,
    title: titleSchema,
    basis: basisSchema,
    /** The grade of whoever is vetoed (一票否决, 直接判级), whatever the score. */
    veto: z.string(),
    /** From the highest down; the last one takes what is left. */
    bands: z.array(z.strictObject({ grade: z.string(), from: z.number() })).min(2),
  })
  .refine(({ bands }) => bands.every(({ from }, at) => at === 0 || from < (bands[at - 1]?.from ?? 0)), {
    path: ['bands'],
    message: 'must stand from the highest down',
  });

/** The form of `terms.yaml`. */
export const termsSchema = z.strictObject({ terms: z.array(termSchema), scales: z.array(scaleSchema) });

/** A clock of law. */
export type TermDefinition = Readonly<z.output<typeof termSchema>>;
/** A scale of grades by score. */
export type ScaleDefinition = Readonly<z.output<typeof scaleSchema>>;
