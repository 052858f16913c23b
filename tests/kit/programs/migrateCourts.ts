import { migrateCommand } from '../../../gateway/commands/migrateCommand.ts';
import { laterJudiciary, STEPS } from '../oldJudiciary.ts';

/** `credit-graph migrate …` of a later release, which kills itself before the document of a number, or with -1 never does. */
const [killAt = '-1', ...words] = process.argv.slice(2);
let seen = 0;
const steps = STEPS.map((step, at) => ({
  ...step,
  move: (document: Parameters<typeof step.move>[0]) => {
    if (at === 0 && (seen += 1) === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    return step.move(document);
  },
}));
await migrateCommand(async () => Promise.resolve([laterJudiciary(steps)])).parseAsync(words, { from: 'user' });
