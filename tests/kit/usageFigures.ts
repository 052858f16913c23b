import type { CityReply } from './startTestCity.ts';

/** What is told of the calls of one party. */
export interface Figures {
  readonly calls: number;
  readonly errors: number;
  readonly cost: number;
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** `type Usage`, as far as it was asked for. */
export interface Usage {
  readonly total: Figures;
  readonly own: Figures | null;
  readonly departments: readonly { readonly department: string; readonly answered: Figures; readonly asked: Figures }[];
  readonly clients: readonly { readonly client: string; readonly figures: Figures }[];
}

const NONE: Figures = { calls: 0, errors: 0, cost: 0, p50: 0, p99: 0 };

/**
 * The figures of a department.
 *
 * @param usage - with departments
 * @param name - of the department; nothing was counted of one that is not there
 * @param side - as what
 */
export function departmentFigures({ departments }: Usage, name: string, side: 'answered' | 'asked'): Figures {
  return departments.find(({ department }) => department === name)?.[side] ?? NONE;
}

/**
 * The figures of a registered client.
 *
 * @param usage - with clients
 * @param id - of the client; nothing was counted of one that is not there
 */
export function clientFigures({ clients }: Usage, id: string): Figures {
  return clients.find(({ client }) => client === id)?.figures ?? NONE;
}

/**
 * Asks until something is counted: figures are written every few seconds.
 *
 * @param ask - for usage
 * @param isCounted - tells whether it is
 */
export async function untilCounted(
  ask: () => Promise<CityReply>,
  isCounted: (usage: Usage) => boolean,
): Promise<Usage> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { data, errors } = await ask();
    if (errors !== undefined) throw new Error(`Usage is not told: ${JSON.stringify(errors)}`);
    const usage = data?.['usage'] as Usage;
    if (isCounted(usage)) return usage;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It is not counted');
}
