import { loadDepartments } from '../../../gateway/departments.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { ImportRounds } from '../import/ImportRounds.ts';
import { answerParent } from '../process/answerParent.ts';

const rounds = await ImportRounds.open(loadConfig().mongodbUri ?? '', await loadDepartments());
answerParent(
  {
    writeFile: (request: Parameters<ImportRounds['writeFile']>[0]) => rounds.writeFile(request),
    round: (request: Parameters<ImportRounds['round']>[0]) => rounds.round(request),
  },
  null,
  () => rounds.close(),
);
