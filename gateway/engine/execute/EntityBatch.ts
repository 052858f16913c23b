import type { InputRewrite, OutputRewrite, RequiresSelection } from '@graphql-hive/router-query-planner';
import type { TypeFamilies } from '../supergraph/TypeFamilies.ts';
import { compileRepresentation, type Represent } from './compileRepresentation.ts';
import type { MergeShape } from '../answer/MergeShape.ts';
import { mergeObject, type MergeRules } from '../answer/mergeObject.ts';
import { isData, type Data } from '../answer/Data.ts';
import { compileRewrites, type Rename, type Rewrite } from '../answer/Rewrite.ts';
import type { Run } from './Run.ts';
import type { TargetPath } from '../answer/TargetPath.ts';

/** What a plan says of one list of entities in a fetch. */
export interface EntityBatchPlan {
  /** Response name of the list in the department's answer. */
  readonly key: string;
  /** Variable of the representations. */
  readonly variable: string;
  readonly paths: readonly TargetPath[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites?: readonly InputRewrite[] | undefined;
  readonly outputRewrites?: readonly OutputRewrite[] | undefined;
  /** What an entity of the answer can hold. */
  readonly shape: MergeShape;
}

/** The entities of one fetch in one run: each is asked for once, however often it occurs. */
export interface Entities {
  readonly representations: readonly Data[];
  readonly targets: readonly Data[];
  /** For each target which of the representations is its own. */
  readonly order: readonly number[];
}

/** One list of entities in a fetch: collects them, represents them, and merges what the department answers. */
export class EntityBatch {
  readonly plan: EntityBatchPlan;
  /** Keys that stand under another name in the caller's answer. */
  readonly renames: readonly Rename[];
  readonly #represent: Represent;
  readonly #rewrites: readonly Rewrite[];
  readonly #once: MergeRules;
  readonly #again: MergeRules;

  /**
   * @param plan - as the planner says it
   * @param families - decide type conditions
   * @throws PlanError for a part of an unknown kind
   */
  constructor(plan: EntityBatchPlan, families: TypeFamilies) {
    this.plan = plan;
    this.#represent = compileRepresentation(plan.requires, plan.inputRewrites, families);
    this.#rewrites = compileRewrites(plan.outputRewrites, families);
    this.renames = this.#rewrites.flatMap(({ rename }) => rename ?? []);
    this.#once = { interfaces: families.interfaces, isShared: false };
    this.#again = { interfaces: families.interfaces, isShared: true };
  }

  /**
   * Collects the entities of a run.
   *
   * @param run - its data so far
   */
  collect(run: Run): Entities {
    const found: Data[] = [];
    if (run.data) for (const path of this.plan.paths) path.collect(run.data, found);
    const [only] = found;
    if (found.length === 1 && only) return this.#single(only, run);
    const representations: Data[] = [];
    const targets: Data[] = [];
    const order: number[] = [];
    const known = new Map<string, number>();
    for (const target of found) {
      const representation = this.#represent(target, run.coerced);
      if (!representation) continue;
      const key = keyOf(representation);
      let index = known.get(key);
      if (index === undefined) {
        index = representations.push(representation) - 1;
        known.set(key, index);
      }
      targets.push(target);
      order.push(index);
    }
    return { representations, targets, order };
  }

  #single(target: Data, run: Run): Entities {
    const representation = this.#represent(target, run.coerced);
    return representation
      ? { representations: [representation], targets: [target], order: [0] }
      : { representations: [], targets: [], order: [] };
  }

  /**
   * Merges the entities of an answer into the objects that they belong to.
   *
   * @param entities - as they were asked for
   * @param answered - one per representation; null for one that the department does not know
   */
  merge({ targets, order }: Entities, answered: readonly unknown[]): void {
    this.#rewrite(targets, order, answered);
    const isMerged = new Uint8Array(answered.length);
    for (let position = 0; position < targets.length; position += 1) {
      const target = targets[position];
      const index = order[position] ?? 0;
      const entity = answered[index];
      if (!target || !isData(entity)) continue;
      mergeObject(target, entity, this.plan.shape, isMerged[index] === 1 ? this.#again : this.#once);
      isMerged[index] = 1;
    }
  }

  #rewrite(targets: readonly Data[], order: readonly number[], answered: readonly unknown[]): void {
    if (this.#rewrites.length === 0) return;
    const isDone = new Set<number>();
    for (const [position, target] of targets.entries()) {
      const index = order[position] ?? 0;
      if (isDone.has(index)) continue;
      isDone.add(index);
      for (const { apply } of this.#rewrites) apply(answered[index], target['__typename'] as string);
    }
  }
}

/** Tells representations apart; most hold nothing but texts, of which no JSON has to be made for that. */
function keyOf(representation: Data): string {
  let key = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value !== 'string') return JSON.stringify(representation);
    key += `${name}:${value.length}:${value}`;
  }
  return key;
}
