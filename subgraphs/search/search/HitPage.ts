import type { ConnectionOf } from '../../../src/data/connection.ts';
import type { EnterpriseHit } from './EnterpriseHit.ts';

/** How many hits have a value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Counts over the best hits, most frequent values first. */
export interface EnterpriseFacets {
  readonly districts: readonly FacetCount[];
  readonly industries: readonly FacetCount[];
  readonly statuses: readonly FacetCount[];
  readonly years: readonly FacetCount[];
  readonly lists: () => Promise<readonly FacetCount[]>;
}

/** A page of search results. */
export interface HitPage extends ConnectionOf<EnterpriseHit> {
  readonly isCut: boolean;
  readonly isBehind: () => Promise<boolean>;
  readonly facets: EnterpriseFacets;
}
