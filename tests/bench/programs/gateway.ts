import { loadDepartments } from '../../../gateway/departments.ts';
import { startCity } from '../../../gateway/startCity.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { answerParent } from '../process/answerParent.ts';

// The product as `npm start` runs it, on the server that the environment names.
const config = loadConfig();
const city = await startCity(config, createLogger(config), await loadDepartments());
answerParent({}, city.url, () => city.stop());
