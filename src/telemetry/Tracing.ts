import { AsyncLocalStorage } from 'node:async_hooks';
import { types } from 'node:util';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { MongoClient } from 'mongodb';
import type { Config } from '../config/env.ts';

/** Where traces are sent, and which. */
export interface TracingOptions {
  /** The collector's OTLP endpoint over HTTP, such as `http://collector:4318`. */
  readonly endpoint: string;
  /** Share of the traces that begin here and are kept, 0 to 1; what began elsewhere is kept as was decided there. */
  readonly ratio: number;
  /** What this process is, such as `gateway` or the name of a department. */
  readonly service: string;
}

/** Headers of HTTP, as they come in. */
export type TraceHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One step of a trace. */
export interface TracedStep {
  /** Of few words that repeat, such as `department registry`. */
  readonly name: string;
  readonly kind: 'SERVER' | 'CLIENT';
  /** Names of what is asked; nothing that a caller sends, and no values. */
  readonly attributes?: Attributes;
}

const PROPAGATOR = new W3CTraceContextPropagator();
const getter = {
  keys: (headers: TraceHeaders) => Object.keys(headers),
  get: (headers: TraceHeaders, name: string) => headers[name] as string | string[] | undefined,
};

/**
 * Begins to follow requests where the settings name a collector.
 *
 * @param config - the settings
 * @param service - what this process is
 */
export function openTracing(
  { traceEndpoint, traceRatio }: Pick<Config, 'traceEndpoint' | 'traceRatio'>,
  service: string,
): Tracing | undefined {
  return traceEndpoint === undefined ? undefined : new Tracing({ endpoint: traceEndpoint, ratio: traceRatio, service });
}

/** Follows requests through this process and the next one, and tells an OpenTelemetry collector how long each step took. */
export class Tracing {
  readonly #provider: BasicTracerProvider;
  readonly #active = new AsyncLocalStorage<Context>();

  /**
   * @param options - where traces are sent, and which
   */
  constructor({ endpoint, ratio, service }: TracingOptions) {
    const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
    this.#provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': `credit-graph-${service}` }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
  }

  /**
   * Runs work as a step of the trace that is going on, or of a new one.
   *
   * @param step - what it is
   * @param work - what is done; steps that it takes belong to this one
   * @returns what the work returns
   */
  step<T>({ name, kind, attributes = {} }: TracedStep, work: () => T): T {
    const span = this.#begin(name, SpanKind[kind], attributes);
    return this.#active.run(trace.setSpan(this.#context(), span), () => {
      try {
        const result = work();
        if (!types.isPromise(result)) return ended(span, result);
        return result.then(
          (value) => ended(span, value),
          (error: unknown) => {
            failed(span);
            throw error;
          },
        ) as T;
      } catch (error) {
        failed(span);
        throw error;
      }
    });
  }

  /**
   * Runs work as a part of the trace that another process began.
   *
   * @param headers - of the request that it sent
   * @param work - what is done for it
   */
  follow<T>(headers: TraceHeaders, work: () => T): T {
    return this.#active.run(PROPAGATOR.extract(ROOT_CONTEXT, headers, getter), work);
  }

  /** What tells the next process of the trace that is going on. */
  headers(): Readonly<Record<string, string>> {
    const carrier: Record<string, string> = {};
    PROPAGATOR.inject(this.#context(), carrier, {
      set: (to: Record<string, string>, name, value) => {
        to[name] = value;
      },
    });
    return carrier;
  }

  /**
   * Follows the commands of MongoDB clients: their names and collections, never their values.
   *
   * @param clients - made with `monitorCommands`
   */
  watch(clients: readonly MongoClient[]): void {
    for (const client of clients) this.#watch(client);
  }

  /** Sends what is left. */
  async close(): Promise<void> {
    await this.#provider.shutdown();
  }

  #watch(client: MongoClient): void {
    const spans = new Map<number, Span>();
    const finish = (id: number, end: (span: Span) => void): void => {
      const span = spans.get(id);
      if (span === undefined) return;
      spans.delete(id);
      end(span);
    };
    client.on('commandStarted', ({ requestId, commandName, databaseName, command }) => {
      // What nobody asked for, such as what goes on by itself, is no trace.
      if (this.#active.getStore() === undefined) return;
      const target: unknown = (command as Readonly<Record<string, unknown>>)[commandName];
      const collection = typeof target === 'string' ? { 'db.collection.name': target } : {};
      const attributes = { 'db.system.name': 'mongodb', 'db.namespace': databaseName, ...collection };
      spans.set(requestId, this.#begin(`mongodb ${commandName}`, SpanKind.CLIENT, attributes));
    });
    client.on('commandSucceeded', ({ requestId }) => {
      finish(requestId, (span) => {
        span.end();
      });
    });
    client.on('commandFailed', ({ requestId }) => {
      finish(requestId, failed);
    });
  }

  #context(): Context {
    return this.#active.getStore() ?? ROOT_CONTEXT;
  }

  #begin(name: string, kind: SpanKind, attributes: Attributes): Span {
    return this.#provider.getTracer('credit-graph').startSpan(name, { kind, attributes }, this.#context());
  }
}

function ended<T>(span: Span, result: T): T {
  span.end();
  return result;
}

/** What was wrong may hold what a caller sent; the log tells it by the request's id. */
function failed(span: Span): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
