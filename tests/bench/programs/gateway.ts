import { loadDepartments } from '../../../gateway/departments.ts';
import { startCity } from '../../../gateway/startCity.ts';
import { UNLIMITED } from '../../../src/config/budgets.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { answerParent } from '../process/answerParent.ts';

// The product as `npm start` runs it, on the server that the environment names, but with budgets off: load from one address would use up any.
const config = { ...loadConfig(), budgets: UNLIMITED };
const city = await startCity(config, createLogger(config), await loadDepartments());
answerParent({}, city.url, () => city.stop());
