import { MongoClient } from 'mongodb';
import { loadConfig } from '../../../src/config/env.ts';
import { variablesFrom, type BenchVariables, type QueryName } from '../benchQueries.ts';
import { driverAnswer } from '../driver/driverAnswers.ts';
import { DriverReads } from '../driver/driverReads.ts';
import type { LoadRequest } from '../LoadRequest.ts';
import { answerParent } from '../process/answerParent.ts';
import { summarised, type LoadResult } from '../summarised.ts';

// The same reads by the bare driver in one process: no HTTP, no GraphQL, the answer as JSON text in the same shape.
const client = await new MongoClient(loadConfig().mongodbUri ?? '', { maxPoolSize: 50 }).connect();
const reads = new DriverReads(client);

async function load({ query, usccs, seed, seconds, connections }: LoadRequest): Promise<LoadResult> {
  const next = variablesFrom(query, usccs, seed);
  const latencies: number[] = [];
  let bytes = 0;
  const started = performance.now();
  const until = started + seconds * 1_000;
  const worker = async (): Promise<void> => {
    for (let begun = performance.now(); begun < until; begun = performance.now()) {
      bytes += Buffer.byteLength(JSON.stringify({ data: await driverAnswer(reads, query, next()) }));
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return summarised(latencies.length, latencies, (performance.now() - started) / 1_000, bytes);
}

answerParent(
  {
    load,
    answer: ({ query, variables }: { readonly query: QueryName; readonly variables: BenchVariables }) =>
      driverAnswer(reads, query, variables),
  },
  null,
  () => client.close(),
);
