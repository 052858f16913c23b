import type { BatchFetchNode, FetchNode, FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { Kind, parse, type FieldNode } from 'graphql';
import type { DepartmentAnswer } from '../../transport/Transport.ts';
import { PlanError } from '../plan/PlanError.ts';
import { responseKey } from '../plan/pickRootFields.ts';
import { callerKey } from '../plan/plannedKey.ts';
import { EntityBatch, type Entities, type EntityBatchPlan } from './EntityBatch.ts';
import { mergeObject } from '../answer/mergeObject.ts';
import { mergeShapeOf, readFetch, type FetchDocument } from '../answer/MergeShape.ts';
import { isData } from '../answer/Data.ts';
import { PlannedFetch } from './PlannedFetch.ts';
import type { PlanTools } from './PlanTools.ts';
import { addMalformed, placesOf, relocateEntityErrors, relocateRootErrors } from './relocateErrors.ts';
import { compileRewrites } from '../answer/Rewrite.ts';
import { addRenamed } from '../answer/addRenamed.ts';
import type { Run, Step } from './Run.ts';
import { whenAnswered } from './steps.ts';
import { TargetPath, type ResponsePath } from '../answer/TargetPath.ts';

/** Where a fetch stands in its plan. */
type PlanPath = readonly FlattenNodePathSegment[];

/**
 * Compiles one fetch: of root fields, or of the fields of entities that are known already.
 *
 * @param node - as the planner says it
 * @param path - where its entities stand
 * @param tools - what the steps of this plan share
 * @throws PlanError for a part of an unknown kind
 */
export function compileFetch(node: FetchNode, path: PlanPath, tools: PlanTools): Step {
  if (!node.requires) return compileRootFetch(node, path, tools);
  const { requires, inputRewrites, outputRewrites } = node;
  const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [[...path]], requires };
  return compileEntityFetch(node, [{ ...alias, inputRewrites, outputRewrites }], tools);
}

/**
 * Compiles one fetch of several lists of entities.
 *
 * @param node - as the planner says it
 * @param path - empty: each list names its own paths
 * @param tools - what the steps of this plan share
 * @throws PlanError for a part of an unknown kind
 */
export function compileBatchFetch(node: BatchFetchNode, path: PlanPath, tools: PlanTools): Step {
  if (path.length > 0) throw new PlanError('The plan holds a batch of fetches below a path');
  return compileEntityFetch(node, node.entityBatch.aliases, tools);
}

function compileRootFetch(node: FetchNode, path: PlanPath, tools: PlanTools): Step {
  if (path.length > 0) throw new PlanError('The plan holds a fetch below a path that requires nothing');
  const fetch = new PlannedFetch(node, parse(node.operation, { noLocation: true }), '', tools);
  const { operation, fragments } = readFetch(fetch.document);
  const rewrites = compileRewrites(node.outputRewrites, tools.families);
  const renames = rewrites.flatMap(({ rename }) => rename ?? []);
  const shape = addRenamed(mergeShapeOf(operation.selectionSet, fragments), renames);
  const rules = { interfaces: tools.families.interfaces, isShared: false };
  const settle = (run: Run, { data, errors }: DepartmentAnswer): void => {
    // The places of errors are told by the keys that the department was asked for, so before these are renamed.
    if (errors) relocateRootErrors(run, errors, data, renames);
    if (!isData(data)) {
      for (const { key } of shape.fields) {
        if (!errors?.length) addMalformed(run, node.serviceName, [key]);
        run.lost.push({ path: [callerKey(key)] });
      }
      return;
    }
    for (const { apply } of rewrites) apply(data);
    if (run.data) mergeObject(run.data, data, shape, rules);
    else run.data = data;
  };
  return (run) => {
    return whenAnswered(fetch.ask(run, fetch.variables(run), 0), (answer) => {
      settle(run, answer);
    });
  };
}

type EntityAlias = Pick<
  BatchFetchNode['entityBatch']['aliases'][number],
  'alias' | 'representationsVariableName' | 'paths' | 'requires'
> &
  Pick<EntityBatchPlan, 'inputRewrites' | 'outputRewrites'>;

function compileEntityFetch(node: FetchNode | BatchFetchNode, aliases: readonly EntityAlias[], tools: PlanTools): Step {
  const document = parse(node.operation, { noLocation: true });
  const fetched = readFetch(document);
  const batches = aliases.map((alias) => new EntityBatch(batchPlan(alias, fetched, tools), tools.families));
  const label = batches.flatMap(({ plan }) => plan.paths.map((target) => target.label)).join(', ');
  const fetch = new PlannedFetch(node, document, label, tools);
  return (run) => {
    const asked = batches.map((batch) => batch.collect(run));
    const count = asked.reduce((sum, { representations }) => sum + representations.length, 0);
    if (count === 0) return undefined;
    const variables = fetch.variables(run);
    for (const [index, { plan }] of batches.entries()) variables[plan.variable] = asked[index]?.representations;
    return whenAnswered(fetch.ask(run, variables, count), (answered) => {
      const missing = settleEntities(run, batches, asked, answered);
      if (answered.errors?.length) return;
      for (const path of missing) addMalformed(run, node.serviceName, path);
    });
  };
}

function batchPlan(alias: EntityAlias, { operation, fragments }: FetchDocument, tools: PlanTools): EntityBatchPlan {
  const field = operation.selectionSet.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && responseKey(selection) === alias.alias,
  );
  if (!field?.selectionSet) throw new PlanError(`A fetch of the plan lacks the entities ${alias.alias}`);
  const { requires, inputRewrites, outputRewrites } = alias;
  const renames = compileRewrites(outputRewrites, tools.families).flatMap(({ rename }) => rename ?? []);
  return {
    key: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map((path) => new TargetPath(path, tools.families)),
    requires,
    inputRewrites,
    outputRewrites,
    shape: addRenamed(mergeShapeOf(field.selectionSet, fragments), renames),
  };
}

/** Merges an answer; gives a place in each list of entities that is missing altogether. */
function settleEntities(
  run: Run,
  batches: readonly EntityBatch[],
  asked: readonly Entities[],
  { data, errors }: DepartmentAnswer,
): readonly ResponsePath[] {
  if (errors) relocateEntityErrors(run, errors, data, batches, asked);
  const missing: ResponsePath[] = [];
  for (const [index, batch] of batches.entries()) {
    const entities = asked[index];
    const answered = isData(data) ? data[batch.plan.key] : undefined;
    if (!entities || entities.representations.length === 0) continue;
    if (isListOf(answered, entities.representations.length)) {
      batch.merge(entities, answered);
      continue;
    }
    const [place = []] = placesOf(run, batch.plan.paths, entities, 0);
    const [field] = batch.plan.shape.fields;
    missing.push(field ? [...place, field.key] : place);
    addLost(run, batch);
  }
  return missing;
}

/** Whether it is a list of as many objects as were asked for; null stands for one that the department does not know. */
function isListOf(answered: unknown, count: number): answered is readonly unknown[] {
  return Array.isArray(answered) && answered.length === count && answered.every((one) => one === null || isData(one));
}

function addLost(run: Run, { plan }: EntityBatch): void {
  for (const { names } of plan.paths) {
    for (const { key } of plan.shape.fields) run.lost.push({ path: [...names, key].map(callerKey) });
  }
}
