import type { Duty } from '../../../src/ledger/Follower.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { evaluateEnterprises } from './evaluateEnterprises.ts';
import { evaluationsOf } from './EvaluationDocument.ts';
import { EVALUATION } from './evaluationVersion.ts';

const EVERY_MS = 10 * 60_000;
const CHUNK = 1_000;

/** Computes anew what no longer holds since something ended or faded. Whoever reads before gets the evaluation of the day all the same. */
export const renewEvaluations: Duty = {
  name: 'evaluation renewal',
  everyMs: EVERY_MS,
  async run({ database, departments, now }) {
    const today = todayInShanghai(now);
    const outdated = { validUntil: { $lt: today }, version: EVALUATION.version };
    const found = evaluationsOf(database).find(outdated, { projection: { _id: 1 } });
    let usccs: string[] = [];
    for await (const { _id } of found) {
      usccs.push(_id);
      if (usccs.length < CHUNK) continue;
      await evaluateEnterprises(usccs, { database, today, departments });
      usccs = [];
    }
    await evaluateEnterprises(usccs, { database, today, departments });
  },
};
