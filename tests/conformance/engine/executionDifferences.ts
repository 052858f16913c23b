import { compareErrors } from './compareErrors.ts';
import { hasEqualData, placeIn, valueAt } from './differsOnlyAt.ts';
import type { KnownDifference } from './KnownDifference.ts';
import type { CaseOutcome } from './runCase.ts';
import { canonical } from './valueOf.ts';

/** What `@apollo/gateway` does otherwise while it carries out a plan. */
export const executionDifferences: readonly KnownDifference[] = [
  {
    name: 'a field of a mutation that is carried out twice',
    sentence:
      'GraphQL October 2021, 6.3.2: CollectFields groups the fields that share a response key, so that they "are executed at the same time"; each group of a mutation is executed once.',
    matches: ({ runs: { own, apollo, whole } }) =>
      apollo.mutations.length > whole.mutations.length && own.mutations.join() === whole.mutations.join(),
  },
  {
    name: 'the place of an error, beside objects of other types',
    // The questions of the classics compare what the answers hold, and whether there are errors.
    isOnlyRandom: true,
    sentence:
      'GraphQL October 2021, 7.1.2: the path of an error is that "of the response field which experienced the error", with the index of the item in its list.',
    matches: (outcome) => {
      const { own, apollo } = outcome;
      const told = compareErrors(own, apollo);
      const [misplaced, missed] = [linesOf(told, 'only apollo: '), linesOf(told, 'only own: ')];
      return (
        told.length > 0 &&
        hasEqualData(outcome) &&
        // Two errors of one field may stand at one place in one answer and at two in the other.
        areElsewhere(missed, allLines(apollo, own)) &&
        areElsewhere(misplaced, allLines(own, apollo)) &&
        missed.every((line) => isDamaged(outcome, line)) &&
        misplaced.every((line) => !isDamaged(outcome, line))
      );
    },
  },
];

function linesOf(told: readonly string[], who: string): string[] {
  return told.filter((line) => line.startsWith(who)).map((line) => line.slice(who.length));
}

/** All errors of an answer, compared with an answer that has none. */
function allLines(answer: CaseOutcome['own'], { data }: CaseOutcome['own']): string[] {
  return linesOf(compareErrors(answer, { data: data ?? null }), 'only own: ');
}

function areElsewhere(lines: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all.map(withoutIndices));
  return lines.every((line) => known.has(withoutIndices(line)));
}

function withoutIndices(line: string): string {
  return line.replaceAll(/\.\d+/g, '');
}

/** Whether the answer lacks something at the place of an error that the graph in one piece has there. */
function isDamaged({ own, whole }: CaseOutcome, line: string): boolean {
  const place = placeIn(line);
  return canonical(valueAt(own.data, place)) !== canonical(valueAt(whole.data, place));
}
