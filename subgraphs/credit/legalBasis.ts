import { z } from 'zod';
import { isLocalDate } from '../../src/values/localDate.ts';

const words = z.string().trim().min(1, 'must not be empty');

/** A title in both languages. */
export const titleSchema = z.strictObject({ zh: words, en: words });

/** A day, `2021-09-01`. */
export const daySchema = z.string().refine(isLocalDate, 'must be a day, such as 2021-09-01');

/** How sure it is that the law says so: read in its text or a usable excerpt, not yet checked against it, or a choice of this platform. */
export const markSchema = z.enum(['CONFIRMED', 'UNCONFIRMED', 'DESIGN']);

/** The provision that a definition rests on. Nothing that binds somebody goes without one (国办发〔2020〕49号; domain section 10.6). */
export const basisSchema = z.strictObject({
  /** Name and number of the law, regulation or document. */
  law: words,
  /** The article, or the part of the document. */
  article: words,
  mark: markSchema,
});

/** See {@link basisSchema}. */
export type LegalBasis = Readonly<z.output<typeof basisSchema>>;
/** See {@link markSchema}. */
export type BasisMark = z.output<typeof markSchema>;
/** See {@link titleSchema}. */
export type Title = Readonly<z.output<typeof titleSchema>>;
