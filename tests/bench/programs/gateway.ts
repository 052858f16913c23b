import { loadDepartments } from '../../../gateway/departments.ts';
import { startCity } from '../../../gateway/startCity.ts';
import { UNLIMITED } from '../../../src/config/budgets.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { answerParent } from '../process/answerParent.ts';
import { Strains } from '../process/Strains.ts';
import type { MemoryUsed } from '../served/MemoryUsed.ts';

// The product as `npm start` runs it, on the server that the environment names, but with budgets off: load from one address would use up any.
const config = { ...loadConfig(), budgets: UNLIMITED };
const city = await startCity(config, createLogger(config), await loadDepartments());
const strains = new Strains();
const MB = 1_048_576;

/** What is held after garbage was collected, where the process can be told to (`--expose-gc`). */
function memory(): MemoryUsed {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssMb: rss / MB, heapUsedMb: heapUsed / MB, externalMb: external / MB };
}

answerParent({ settled: () => city.settled(), strain: () => strains.taken(), memory }, city.url, () => city.stop());
