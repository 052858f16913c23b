import type { EnterpriseHit } from './search/EnterpriseHit.ts';
import type { FacetCount, HitPage } from './search/HitPage.ts';

/** An enterprise as other departments refer to it. */
export interface EnterpriseMapper {
  readonly uscc: string;
}

/** An enterprise that fits what was typed. */
export type EnterpriseHitMapper = EnterpriseHit;
/** A page of search results. */
export type EnterpriseHitConnectionMapper = HitPage;
/** How many hits have a value. */
export type FacetCountMapper = FacetCount;
