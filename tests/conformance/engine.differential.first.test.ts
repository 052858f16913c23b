import { itComparesEngines } from './engine/itComparesEngines.ts';

itComparesEngines(0);
