/**
 * Tells whether a subject is an individual household (个体工商户): its code begins with 92 (GB 32100-2015, table 1). Households are
 * marked as abnormal instead of listed, and choose whether their annual reports are public.
 *
 * @param uscc - where it is known, it decides
 * @param subjectCategory - what the document says of the subject
 */
export function isHousehold(uscc: string | undefined, subjectCategory: string | undefined): boolean {
  return uscc === undefined ? subjectCategory === 'INDIVIDUAL_HOUSEHOLD' : uscc.startsWith('92');
}
