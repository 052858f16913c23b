import type { GraphQLError } from 'graphql';
import { absorb } from '../answer/absorb.ts';
import { isData, type Data } from '../answer/Data.ts';
import { TargetPath } from '../answer/TargetPath.ts';
import { entryField } from '../plan/EntryGraph.ts';
import { callerKey } from '../plan/plannedKey.ts';
import type { Stage, StageCut } from '../plan/StagePlanner.ts';
import { compileNode } from './compileNode.ts';
import type { PlanTools } from './PlanTools.ts';
import { placesOf, relocated } from './relocateErrors.ts';
import type { Run, Step } from './Run.ts';
import { inParallel, inSequence } from './steps.ts';

/** The entities of one type at one cut, each once. */
interface Group {
  readonly typeName: string;
  readonly entries: readonly Data[];
  readonly targets: readonly Data[];
  /** For each target which of the entries is its own. */
  readonly order: readonly number[];
}

/**
 * Compiles a stage of an operation with all stages that go on from it.
 *
 * @param stage - planned
 * @param tools - what the steps of this operation share
 * @throws PlanError for a node of a kind, or with a part, that the executor does not know
 */
export function compileStage({ node, cuts }: Stage, tools: PlanTools): Step {
  const own = node ? [compileNode(node, tools)] : [];
  if (cuts.length === 0) return inSequence(own);
  return inSequence([...own, inParallel(cuts.map((cut) => compileCut(cut, tools)))]);
}

function compileCut(cut: StageCut, tools: PlanTools): Step {
  const path = new TargetPath(cut.path, tools.families);
  const steps = [...cut.stages].map(([typeName, stage]) => compileGoingOn(path, typeName, compileStage(stage, tools)));
  return inParallel(steps);
}

/** A stage runs as an operation of its own would, over an answer of its own. */
function compileGoingOn(path: TargetPath, typeName: string, step: Step): Step {
  return (run) => {
    const group = collect(run, path, typeName);
    if (group.entries.length === 0) return undefined;
    const own: Run = { ...run, data: undefined, errors: [], lost: [], entries: group.entries };
    const pending = step(own);
    if (pending) {
      return pending.then(() => {
        settle(run, own, path, group);
      });
    }
    settle(run, own, path, group);
    return undefined;
  };
}

function collect(run: Run, path: TargetPath, typeName: string): Group {
  const found: Data[] = [];
  if (run.data) path.collect(run.data, found);
  const targets = found.filter((target) => target['__typename'] === typeName);
  const keys = targets.map((target) => JSON.stringify(target));
  const distinct = [...new Set(keys)];
  const positions = new Map(distinct.map((key, index) => [key, index]));
  const order = keys.map((key) => positions.get(key) ?? 0);
  // Later stages add to the targets while their keys are still read.
  return { typeName, targets, order, entries: distinct.map((key) => JSON.parse(key) as Data) };
}

function settle(run: Run, own: Run, path: TargetPath, group: Group): void {
  for (const error of own.errors) relocateError(run, error, path, group);
  for (const { path: names } of own.lost) run.lost.push({ path: [...path.names.map(callerKey), ...names.slice(1)] });
  const answered = own.data?.[entryField(group.typeName)];
  if (!Array.isArray(answered)) return;
  for (const [position, target] of group.targets.entries()) {
    const entity: unknown = answered[group.order[position] ?? 0];
    if (isData(entity)) absorb(target, entity);
  }
}

/** An error of an entity is put at every place where the entity occurs. */
function relocateError(run: Run, error: GraphQLError, path: TargetPath, group: Group): void {
  const [, index, ...rest] = error.path ?? [];
  const places = typeof index === 'number' ? placesOf(run, [path], group, index) : [];
  if (places.length === 0) run.errors.push(error);
  for (const place of places) run.errors.push(relocated(error, [...place, ...rest]));
}
