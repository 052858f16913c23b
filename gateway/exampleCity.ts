import { codePlaces, type ExamplePlaces } from '../src/portal/fillExamples.ts';
import { SAMPLE_AGENCIES } from '../src/sample/sampleAgencies.ts';
import { addMonths, todayInShanghai } from '../src/values/localDate.ts';
import { exampleAuthorisations, type ExampleAuthorisation } from './exampleAuthorisations.ts';
import { exampleCodes } from './exampleCodes.ts';
import type { RunningGateway } from './startGateway.ts';

/** What examples show of a city. */
export interface ExampleCity {
  /** Code of the enterprise that is shown first, whose caller for development there is; undefined where there is none. */
  readonly enterprise: string | undefined;
  readonly places: ExamplePlaces;
}

/** What is looked at. */
export interface ExampleSource {
  /** Asked for once it listens. */
  readonly gateway: () => Pick<RunningGateway, 'url' | 'askGraph'>;
  readonly clock: () => Date;
  /** Whether there are callers for development, who use the sample's authorisations. */
  readonly isDevelopment: boolean;
}

/** For how long it is shown what was found, in milliseconds. */
const KEPT_MS = 1_000;
const TERM_MONTHS = 3;

/**
 * Finds what examples show, for pages whose readers pay for nothing: however many are opened, the graph is asked once a second.
 *
 * @param source - see {@link ExampleSource}
 */
export function keptExampleCity(source: ExampleSource): () => Promise<ExampleCity> {
  let askedAt = -Infinity;
  let city: Promise<ExampleCity> = Promise.resolve({ enterprise: undefined, places: {} });
  return async () => {
    if (performance.now() - askedAt >= KEPT_MS) {
      askedAt = performance.now();
      city = exampleCity(source);
    }
    const found = await city;
    // Where there is nobody, somebody may come at any moment, and asking for it is cheap.
    if (found.enterprise === undefined) askedAt = -Infinity;
    return found;
  };
}

async function exampleCity({ gateway, clock, isDevelopment }: ExampleSource): Promise<ExampleCity> {
  const { url, askGraph } = gateway();
  const found = await exampleCodes(url);
  const given = isDevelopment ? await exampleAuthorisations(askGraph) : [];
  const many = found.flatMap((uscc) => given.find(({ usage, giver }) => usage === 'MANY' && giver === uscc) ?? [])[0];
  const codes = many === undefined ? found : [many.giver, ...found.filter((uscc) => uscc !== many.giver)];
  return {
    enterprise: codes[0],
    places: { ...codePlaces(codes), ...(many && authorisationPlaces(many, given, clock())) },
  };
}

function authorisationPlaces(
  many: ExampleAuthorisation,
  given: readonly ExampleAuthorisation[],
  now: Date,
): ExamplePlaces {
  const once = given.filter(({ usage }) => usage === 'ONCE');
  // What is taken back at the enterprise's own door leaves the agency's example alone.
  const revocable = once.findLast(({ giver }) => giver === many.giver);
  const spendable = once.find((each) => each !== revocable);
  return {
    ...{ giver: many.giver, authorisation: many.number, agency: SAMPLE_AGENCIES[0].uscc },
    until: addMonths(todayInShanghai(now), TERM_MONTHS),
    ...(revocable && { revocable: revocable.number }),
    ...(spendable && { once: spendable.number, onceGiver: spendable.giver }),
  };
}
