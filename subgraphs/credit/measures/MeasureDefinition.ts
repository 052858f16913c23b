import { z } from 'zod';
import { basisSchema, daySchema, titleSchema } from '../legalBasis.ts';

const name = z.string().trim().min(1, 'must not be empty');

/** `enum CheckScene`, with Chinese labels: what a front-end of a department is about to decide on. */
export const SCENES = {
  PROCUREMENT: ['政府采购'],
  BIDDING: ['招标投标'],
  LAND: ['土地供应'],
  FINANCING: ['融资授信'],
  LICENSING: ['行政审批'],
  QUALIFICATION: ['资质认定'],
  FISCAL_FUNDS: ['财政性资金项目'],
  AWARDS: ['评先评优'],
  INSPECTION: ['监督检查'],
  TAX_BENEFITS: ['税收优惠'],
  COMMITMENT: ['告知承诺'],
  CONSUMPTION: ['单位消费'],
  APPOINTMENT: ['任职资格'],
  BORDER: ['出境'],
  EDUCATION: ['升学复学'],
} as const;

/** What a front-end is about to decide on. */
export type CheckScene = keyof typeof SCENES;

/** Court lists bind the unit alone: its default is nobody else's (法发〔2019〕35号 art. 16). */
const NEVER_SPREAD = 'judgment-defaulters';

/** The form of a file of `subgraphs/credit/measures`. A measure, and each list that leads to it, needs a legal basis. */
export const measureSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be words joined by hyphens'),
    /** Of the national basic list, or the year of the document that it comes from. */
    edition: name,
    from: daySchema,
    /** The three groups of the national list, and incentives. */
    kind: z.enum(['PUNISH', 'MANAGE', 'MARKET', 'INCENTIVE']),
    force: z.enum(['BINDING', 'ADVISED', 'RIGHT']),
    title: titleSchema,
    basis: basisSchema,
    /** `PERSON`: bears on persons whom a decision about themselves names; a check of a unit says nothing of it. */
    about: z.enum(['UNIT', 'PERSON']),
    object: titleSchema,
    implementers: z.array(z.strictObject({ department: z.string().regex(/^[a-z]+$/), authority: name })).min(1),
    scenes: z.array(z.enum(Object.keys(SCENES) as [CheckScene, ...CheckScene[]])).min(1),
    appliesTo: z.array(z.strictObject({ list: name, edition: name, basis: basisSchema })),
  })
  .refine(({ about, appliesTo }) => about === 'UNIT' || appliesTo.every(({ list }) => list !== NEVER_SPREAD), {
    path: ['appliesTo'],
    message: `${NEVER_SPREAD} binds the unit alone and no person`,
  })
  .refine(({ kind, force }) => (kind === 'INCENTIVE') !== (force === 'BINDING') || kind === 'MARKET', {
    path: ['force'],
    message: 'an incentive binds nobody to anything against the subject, and a restriction is no right',
  })
  .refine(({ kind, force }) => kind !== 'MARKET' || force === 'ADVISED', {
    path: ['force'],
    message: 'what the market decides by itself is advised',
  });

/** A measure against, or for, those who are on a list: an expert's declaration, one file each. */
export type MeasureDefinition = Readonly<z.output<typeof measureSchema>>;
/** A list that leads to a measure, and why it may. */
export type MeasureLink = MeasureDefinition['appliesTo'][number];
