import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerParent } from '../process/answerParent.ts';
import type { ArrivalRequest } from '../served/ArrivalRequest.ts';
import { questionsFrom } from '../served/servedQueries.ts';
import { summarised, type LoadResult } from '../summarised.ts';

/** Connections at most; what is due beyond them waits, and its waiting is counted. */
const MOST_CONNECTIONS = 128;

/**
 * Loads a server over HTTP. At a rate, requests are sent when they are due, and a latency is counted from then on: what a slow answer keeps
 * waiting is not left out (no coordinated omission).
 */
async function load({
  url,
  pace,
  seconds,
  ...request
}: ArrivalRequest & { readonly url: string }): Promise<LoadResult> {
  const next = questionsFrom(request);
  const connections = 'rate' in pace ? MOST_CONNECTIONS : pace.connections;
  const pool = new Pool(url, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let bytes = 0;
  let begun = 0;
  const ask = async (due: number): Promise<void> => {
    begun += 1;
    const { statusCode, body } = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(next()),
    });
    const text = await body.text();
    latencies.push(performance.now() - due);
    bytes += Buffer.byteLength(text);
    if (statusCode !== 200 || !text.startsWith('{"data":') || text.includes('"errors":['))
      throw new Error(`${statusCode}: ${text.slice(0, 300)}`);
  };
  const started = performance.now();
  const until = started + seconds * 1_000;
  try {
    await ('rate' in pace ? arrive(ask, started, until, pace.rate) : repeat(ask, until, pace.connections));
    return summarised(begun, latencies, (performance.now() - started) / 1_000, bytes);
  } finally {
    await pool.close();
  }
}

type Ask = (due: number) => Promise<void>;

async function arrive(ask: Ask, started: number, until: number, rate: number): Promise<void> {
  const asked: Promise<void>[] = [];
  const apart = 1_000 / rate;
  for (let due = started; due < until; due += apart) {
    const early = due - performance.now();
    if (early > 0) await pause(early);
    asked.push(ask(due));
  }
  await Promise.all(asked);
}

async function repeat(ask: Ask, until: number, connections: number): Promise<void> {
  const worker = async (): Promise<void> => {
    for (let begun = performance.now(); begun < until; begun = performance.now()) await ask(begun);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

answerParent({ load }, null, () => Promise.resolve());
