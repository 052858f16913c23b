import type { Locale } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../../src/values/localDate.ts';
import { listedFacts } from '../lists/listPage.ts';
import { standingsOf, type ListStanding } from '../lists/listStanding.ts';
import type { CheckScene, MeasureDefinition, MeasureLink } from './MeasureDefinition.ts';
import { linkOf, MEASURES } from './measureDefinitions.ts';

/** A measure that a check found, and what it comes from. */
export interface CheckFinding {
  readonly measure: MeasureDefinition;
  readonly link: MeasureLink;
  readonly standing: ListStanding;
}

/** `type CreditCheck`. */
export interface CreditCheck {
  readonly uscc: string;
  readonly scene: CheckScene;
  readonly checkedOn: LocalDate;
  readonly conclusion: string;
  readonly isClear: boolean;
  readonly binding: readonly CheckFinding[];
  readonly advised: readonly CheckFinding[];
  readonly rights: readonly CheckFinding[];
}

/**
 * Finds what stands for or against a unit where a department decides, by the facts that the caller may see now. One read of the
 * unit's entries; measures about persons are left out, whatever list leads to them: they need a decision about that person.
 *
 * @param uscc - the unit
 * @param scene - what is decided on
 * @param context - the request
 */
export async function creditCheck(uscc: string, scene: CheckScene, context: SubgraphContext): Promise<CreditCheck> {
  const checkedOn = todayInShanghai(context.now);
  const found = findingsOf(standingsOf(await listedFacts(uscc, context)), scene, checkedOn);
  const withForce = (force: MeasureDefinition['force']) => found.filter(({ measure }) => measure.force === force);
  const [binding, advised, rights] = [withForce('BINDING'), withForce('ADVISED'), withForce('RIGHT')];
  const against = [...binding, ...advised.filter(({ measure }) => measure.kind !== 'INCENTIVE')];
  const isClear = against.length === 0;
  const counts = [binding.length, advised.length, rights.length] as const;
  return {
    ...{ uscc, scene, checkedOn, isClear, binding, advised, rights },
    conclusion: isClear
      ? clearSentence(checkedOn, rights.length, context.locale)
      : sentence(checkedOn, counts, context.locale),
  };
}

/**
 * Gives the measures that follow from places on lists.
 *
 * @param standings - places of one unit
 * @param scene - what is decided on
 * @param today - a measure holds from its own day on
 */
export function findingsOf(
  standings: readonly ListStanding[],
  scene: CheckScene,
  today: LocalDate,
): readonly CheckFinding[] {
  const measures = MEASURES.filter(
    ({ about, scenes, from }) => about === 'UNIT' && scenes.includes(scene) && from <= today,
  );
  return standings.flatMap((standing) =>
    measures.flatMap((measure) => {
      const link = linkOf(measure, standing.list.id);
      return link === undefined ? [] : [{ measure, link, standing }];
    }),
  );
}

function clearSentence(day: LocalDate, rights: number, locale: Locale): string {
  if (locale === 'zh') return `截至${day}，该场景下未发现对该单位不利的信息；可享受便利${rights}项。`;
  return `As of ${day}, nothing stands against this unit in this scene; it may claim ${rights} right(s).`;
}

function sentence(
  day: LocalDate,
  [binding, advised, rights]: readonly [number, number, number],
  locale: Locale,
): string {
  if (locale === 'zh') return `截至${day}，须执行措施${binding}项，建议参考${advised}项，可享受便利${rights}项。`;
  return `As of ${day}: ${binding} binding measure(s), ${advised} advised, ${rights} right(s).`;
}
