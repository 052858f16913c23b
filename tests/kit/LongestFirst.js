import SequencerModule from '@jest/test-sequencer';

const Sequencer = SequencerModule.default ?? SequencerModule;

/**
 * The test files that take longest, longest first. Jest knows how long each took where it has run them before; in a fresh clone it would
 * start the largest files first, and leave some of these, which are short to read, to a single worker at the end.
 */
export const LONGEST = [
  'tests/e2e/readme.test.ts',
  'tests/conformance/derivedDoors.test.ts',
  'tests/e2e/realData.test.ts',
  'tests/e2e/faults.test.ts',
  'tests/e2e/nameLinks.test.ts',
  'tests/src/sample/loadSample.test.ts',
  'tests/conformance/engine.differential.test.ts',
  'tests/conformance/callerMatrix.test.ts',
  'tests/conformance/leaks.test.ts',
  'tests/e2e/explorer.test.ts',
];

/** Starts {@link LONGEST} first, then the others as jest would. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path, context }) => {
      const file = path.slice(context.config.rootDir.length + 1).replaceAll('\\', '/');
      const place = LONGEST.indexOf(file);
      return place < 0 ? LONGEST.length : place;
    };
    return super.sort(tests).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
