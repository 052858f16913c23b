import type { Caller } from '../src/identity/Caller.ts';
import { SAMPLE_AGENCIES } from '../src/sample/sampleAgencies.ts';
import type { AskGraph } from './askGraph.ts';

/** An authorisation that the agency of the callers for development may use. */
export interface ExampleAuthorisation {
  readonly number: string;
  readonly usage: string;
  /** Code of the enterprise that gave it. */
  readonly giver: string;
}

const LOOK = `{
  authorisations(status: ACTIVE, first: 100) { nodes { number purpose usage factTypes fields subject { uscc } } }
}`;
const PURPOSE = 'CREDIT_SERVICE';
/** What the examples ask for. */
const FACT_TYPE = 'Commitment';

/** The agency that callers for development belong to. No client is named: nobody looked anything up. */
const AGENCY: Caller = {
  ...{ audience: 'AGENCY', organisation: SAMPLE_AGENCIES[0].uscc, purpose: PURPOSE, scopes: new Set<string>() },
};

interface Look {
  readonly authorisations: {
    readonly nodes: readonly (Omit<ExampleAuthorisation, 'giver'> & {
      readonly purpose: string;
      readonly factTypes: readonly string[];
      readonly fields: readonly string[] | null;
      readonly subject: { readonly uscc: string };
    })[];
  };
}

/**
 * The authorisations that examples can use: of the sample's agency, for the purpose that callers for development state, of all fields.
 *
 * @param askGraph - the graph
 * @returns none where the sample city is not there
 */
export async function exampleAuthorisations(askGraph: AskGraph): Promise<readonly ExampleAuthorisation[]> {
  const { data } = await askGraph<Look>(LOOK, {}, AGENCY);
  const nodes = data?.authorisations?.nodes ?? [];
  return nodes
    .filter(({ purpose, factTypes, fields }) => purpose === PURPOSE && factTypes.includes(FACT_TYPE) && fields === null)
    .map(({ number, usage, subject }) => ({ number, usage, giver: subject.uscc }));
}
