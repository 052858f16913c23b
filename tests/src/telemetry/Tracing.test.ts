import fastify, { type FastifyInstance } from 'fastify';
import { openTracing, Tracing } from '../../../src/telemetry/Tracing.ts';
import { startTestCity } from '../../kit/startTestCity.ts';

/** Number of an identity card, valid and of nobody. */
const PLANTED = '110101199003074477';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

/** A span with the process that sent it. */
type Span = SentSpan & { readonly service: string };

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: { stringValue: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

describe('Tracing', () => {
  let collector: FastifyInstance;
  let endpoint: string;
  let spans: Span[] = [];

  beforeAll(async () => {
    collector = fastify();
    collector.post<{ Body: Sent }>('/v1/traces', ({ body }) => {
      for (const { resource, scopeSpans } of body.resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
      }
      return {};
    });
    endpoint = await collector.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(() => {
    spans = [];
  });
  afterAll(() => collector.close());

  /** The way from a step up to the beginning of its trace. */
  function wayOf(span: Span): readonly string[] {
    const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
    expect(parent?.traceId ?? span.traceId).toBe(span.traceId);
    return [`${span.service}: ${span.name}`, ...(parent ? wayOf(parent) : [])];
  }

  it.each([
    ['in one process', false, []],
    ['across processes', true, ['credit-graph-registry: subgraph']],
  ] as const)('follows a request to the command that answers it, %s', async (_, isRemote, between) => {
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint };
    const city = await startTestCity({ sampleOf: 5, isRemote, settings });
    await city.ask(
      `query N${PLANTED} { a: enterprises(first: 1) { nodes { name } } b: enterprise(uscc: "${PLANTED}") { uscc } }`,
    );
    await city.ask('{ enterprises(first: 1) { nodes { name } } }');
    await city.stop();
    const [gateway, owner] = isRemote ? ['gateway', 'registry'] : ['city', 'city'];
    const commands = spans.filter(({ name }) => /^mongodb (?:find|aggregate)$/.test(name));
    const ways = commands.map(wayOf);
    const [name = ''] = commands.map((span) => span.name);
    expect(ways).toContainEqual([
      ...[`credit-graph-${owner}: ${name}`, ...between],
      ...[`credit-graph-${gateway}: department registry`, `credit-graph-${gateway}: graphql /open/graphql`],
    ]);
    expect(commands[0]?.attributes).toContainEqual({
      key: 'db.collection.name',
      value: { stringValue: 'enterprises' },
    });
    expect(JSON.stringify(spans)).not.toContain(PLANTED);
  });

  it('marks what failed, without saying how', async () => {
    const tracing = new Tracing({ endpoint, ratio: 1, service: 'test' });
    const step = { name: 'work', kind: 'CLIENT' } as const;
    expect(() =>
      tracing.step(step, () => {
        throw new Error(PLANTED);
      }),
    ).toThrow(PLANTED);
    await expect(tracing.step(step, async () => Promise.reject(new Error(PLANTED)))).rejects.toThrow(PLANTED);
    await tracing.close();
    expect(spans).toHaveLength(2);
    expect(JSON.stringify(spans)).not.toContain(PLANTED);
  });

  it('keeps the share that is asked for, and nothing where no collector is named', async () => {
    const tracing = new Tracing({ endpoint, ratio: 0, service: 'test' });
    expect(tracing.step({ name: 'work', kind: 'CLIENT' }, () => 7)).toBe(7);
    await tracing.close();
    expect(spans).toEqual([]);
    expect(openTracing({ traceEndpoint: undefined, traceRatio: 1 }, 'test')).toBeUndefined();
  });
});
