import autocannon from 'autocannon';
import { queryText, variablesFrom } from '../benchQueries.ts';
import type { LoadRequest } from '../LoadRequest.ts';
import { answerParent } from '../process/answerParent.ts';
import { scaleCodes } from '../scale/scaleCode.ts';
import { summarised, type LoadResult } from '../summarised.ts';

/** How often the generator looks whether the time is over, in milliseconds. */
const TICK_MS = 50;

/** Loads a server over HTTP: every request has other variables, every answer must be data without errors. */
async function load({ url, ...request }: LoadRequest & { readonly url: string }): Promise<LoadResult> {
  const codes = request.invented === undefined ? request.usccs : scaleCodes(request.invented);
  const next = variablesFrom(request.query, codes, request.seed);
  const query = request.text ?? queryText(request.query);
  const latencies: number[] = [];
  let bytes = 0;
  let refused = '';
  let started = 0;
  let begun = 0;
  const run = autocannon({
    url: `${url}/graphql`,
    connections: request.connections,
    duration: request.seconds,
    sampleInt: TICK_MS,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        setupRequest: (asked) => {
          begun += 1;
          const variables = next();
          const credentials = request.headersOf?.[variables.uscc ?? variables.usccs?.[0] ?? ''];
          const body = JSON.stringify({ query, variables });
          return { ...asked, headers: { ...asked.headers, ...credentials }, body };
        },
        onResponse: (status, body) => {
          if (status !== 200 || !body.startsWith('{"data":') || body.includes('"errors":[')) refused ||= body;
        },
      },
    ],
  });
  run.on('start', () => (started = performance.now()));
  run.on('response', (_client, _status, length, milliseconds) => {
    latencies.push(milliseconds);
    bytes += length;
  });
  const { errors, timeouts, non2xx } = await run;
  const seconds = (performance.now() - started) / 1_000;
  if (refused !== '' || errors + timeouts + non2xx > 0) {
    throw new Error(`${errors + timeouts + non2xx} requests failed: ${refused.slice(0, 300)}`);
  }
  return summarised(begun, latencies, seconds, bytes);
}

answerParent({ load }, null, () => Promise.resolve());
