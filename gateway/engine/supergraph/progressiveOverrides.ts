import type { DocumentNode } from 'graphql';
import { argumentOf } from '../plan/argumentOf.ts';
import { isFielded } from '../plan/fieldedDefinition.ts';

/** Labels of progressive overrides, with the percentage of requests for which each is on. */
export type OverrideLabels = ReadonlyMap<string, number>;

/** As `@override` has it: percentages may have eight decimal places. Labels of another form wait for someone to turn them on. */
const PERCENT = /^percent\((100|\d{1,2}(?:\.\d{1,8})?)\)$/;
const ALL = 100;

/** No override is on for it, so each field stays with its first department. */
export const NO_SHARE = ALL;

/**
 * Reads which fields move from one department to another bit by bit (`@override(from:, label:)`, Federation 2.7).
 *
 * @param supergraph - with its join directives
 */
export function overrideLabels(supergraph: DocumentNode): OverrideLabels {
  const fields = supergraph.definitions.flatMap((part) => (isFielded(part) ? (part.fields ?? []) : []));
  const labels = fields.flatMap(({ directives = [] }) =>
    directives.flatMap((directive) => argumentOf(directive, 'overrideLabel') ?? []),
  );
  return new Map(labels.map((label) => [label, Number(PERCENT.exec(label)?.[1] ?? 0)]));
}

/**
 * Draws the share of the traffic in which a request falls: overrides of a larger percentage are on for it.
 *
 * @param labels - of the graph
 * @param random - from 0 inclusive to 1 exclusive
 * @returns one of as few numbers as possible, since plans are made for each; {@link NO_SHARE} where nothing moves
 */
export function drawShare(labels: OverrideLabels, random: () => number = Math.random): number {
  if (labels.size === 0) return NO_SHARE;
  const drawn = random() * ALL;
  return Math.max(0, ...[...labels.values()].filter((percentage) => percentage <= drawn));
}
