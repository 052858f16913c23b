import { readDefinitions } from '../../../src/config/readDefinitions.ts';
import { StartError } from '../../../src/errors/StartError.ts';
import { listById } from '../lists/listDefinitions.ts';
import { measureSchema, type MeasureDefinition, type MeasureLink } from './MeasureDefinition.ts';

const FOLDER = 'subgraphs/credit/measures';

/** All measures, by the name of their file. */
export const MEASURES: readonly MeasureDefinition[] = checked(readDefinitions(FOLDER, measureSchema).definitions);

const BY_ID: ReadonlyMap<string, MeasureDefinition> = new Map(MEASURES.map((measure) => [measure.id, measure]));

/**
 * Gives a measure.
 *
 * @param id - such as `procurement-ban`
 */
export function measureById(id: string): MeasureDefinition | undefined {
  return BY_ID.get(id);
}

/**
 * Gives the measures that a list leads to.
 *
 * @param list - id of the list
 */
export function measuresOf(list: string): readonly MeasureDefinition[] {
  return MEASURES.filter((measure) => linkOf(measure, list) !== undefined);
}

/**
 * Gives the basis by which a list leads to a measure; undefined where it does not.
 *
 * @param measure - the measure
 * @param list - id of the list
 */
export function linkOf({ appliesTo }: MeasureDefinition, list: string): MeasureLink | undefined {
  return appliesTo.find((link) => link.list === list);
}

/** A measure refers to lists that there are, in editions that there are. */
function checked(measures: readonly MeasureDefinition[]): readonly MeasureDefinition[] {
  const problems = measures.flatMap(({ id, appliesTo }) =>
    appliesTo
      .filter(({ list, edition }) => !listById(list)?.editions.some((known) => known.edition === edition))
      .map(({ list, edition }) => `${id}.yaml: no list ${list} of edition ${edition}`),
  );
  if (problems.length > 0)
    throw new StartError('DEFINITIONS_INVALID', { folder: FOLDER, problems: problems.join('\n') });
  return measures;
}

/** What narrows the measures; what is not given narrows nothing. */
export interface MeasuresAsked {
  readonly kind?: MeasureDefinition['kind'] | null | undefined;
  /** Id of a list that leads to them. */
  readonly list?: string | null | undefined;
}

/**
 * Gives the measures of a group and of a list.
 *
 * @param asked - see {@link MeasuresAsked}
 */
export function measuresBy({ kind, list }: MeasuresAsked): readonly MeasureDefinition[] {
  const measures = typeof list === 'string' ? measuresOf(list) : MEASURES;
  return measures.filter((measure) => measure.kind === (kind ?? measure.kind));
}
