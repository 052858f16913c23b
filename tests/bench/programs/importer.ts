import { loadDepartments } from '../../../gateway/departments.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { ImportRounds } from '../import/ImportRounds.ts';
import { answerParent } from '../process/answerParent.ts';

const rounds = await ImportRounds.open(loadConfig().mongodbUri ?? '', await loadDepartments());
answerParent(
  {
    writeFile: (request: Parameters<ImportRounds['writeFile']>[0]) => rounds.writeFile(request),
    importWithLedger: (request: Parameters<ImportRounds['importWithLedger']>[0]) => rounds.importWithLedger(request),
    drop: (request: Parameters<ImportRounds['drop']>[0]) => rounds.drop(request),
    round: (request: Parameters<ImportRounds['round']>[0]) => rounds.round(request),
  },
  null,
  () => rounds.close(),
);
