import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { factReferences } from '../src/subgraph/factReferences.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';

/** The departments' folder beside this one: sources in tests, compiled files in `dist`. */
const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);

/** This module's own ending is that of the departments' modules: both are compiled or neither is. */
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/**
 * Finds and loads every department, sorted by name. A new folder with a `department.ts` is a new department;
 * nothing else has to be edited.
 *
 * This is the one place that loads code of departments (design, section 2).
 *
 * @param folder - where the departments lie
 * @throws Error when a department's module exports none, or calls itself otherwise than its folder
 */
export async function loadDepartments(folder: URL = SUBGRAPHS): Promise<readonly SubgraphDefinition[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && existsSync(moduleOf(folder, entry.name)))
    .map((entry) => entry.name)
    .toSorted();
  const departments: SubgraphDefinition[] = [];
  for (const name of names) departments.push(await loadDepartment(folder, name));
  return departments.map((department) => referring(department, departments));
}

/** A department whose fields return facts of all departments gets to know their types: those that there are, and no list of them. */
function referring(department: SubgraphDefinition, all: readonly SubgraphDefinition[]): SubgraphDefinition {
  const others = all.filter(({ name }) => name !== department.name).map(({ sdl }) => sdl);
  return department.withReferences?.(factReferences(others)) ?? department;
}

async function loadDepartment(folder: URL, name: string): Promise<SubgraphDefinition> {
  const location = moduleOf(folder, name);
  const loaded: unknown = await import(location.href);
  if (!holdsDepartment(loaded)) throw new Error(`${fileURLToPath(location)} does not export \`department\``);
  if (loaded.department.name !== name) {
    throw new Error(`${fileURLToPath(location)} names its department ${loaded.department.name}, its folder ${name}`);
  }
  return loaded.department;
}

function moduleOf(folder: URL, name: string): URL {
  return new URL(`${name}/department${ENDING}`, folder);
}

function holdsDepartment(loaded: unknown): loaded is { department: SubgraphDefinition } {
  return typeof loaded === 'object' && loaded !== null && 'department' in loaded;
}
