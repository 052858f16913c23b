import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PlanNode } from '@graphql-hive/router-query-planner';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { projectRoot } from '../../../../src/config/projectRoot.ts';
import { PlanError } from '../PlanError.ts';
import type { PlannerReply, PlannerRequest } from './plannerMessages.ts';

/** How the planner's process is kept. */
export interface PlannerProcessOptions {
  readonly logger: Pick<Logger, 'warn'>;
  /** How long one document may be planned, in milliseconds; 5 s unless given. */
  readonly patienceMs?: number;
}

interface Waiting {
  readonly graph: number;
  readonly text: string;
  readonly resolve: (node: PlanNode | undefined) => void;
  readonly reject: (problem: PlanError) => void;
}

/** The same program for the compiled product and for its sources. */
const PROGRAM = join(projectRoot(), 'dist', 'gateway', 'engine', 'plan', 'process', 'plannerProgram.js');
const PATIENCE_MS = 5_000;
const DEADLY_MOST = 1_000;

/**
 * The native planner in a process of its own.
 *
 * Some documents that fit their graph make the planner (0.0.38) end its process, which nothing can catch; a caller must not end the
 * gateway by them, nor keep it from its work with one that takes for ever. Here only that document is refused, and not tried again; the
 * process is started anew, and what others had asked meanwhile is asked again.
 */
export class PlannerProcess {
  readonly #logger: Pick<Logger, 'warn'>;
  readonly #patienceMs: number;
  readonly #graphs: string[] = [];
  /** In the order in which they were asked, which is that of the answers. */
  readonly #waiting = new Map<number, Waiting>();
  /** Digests of documents that ended the process. */
  readonly #deadly = new LRUCache<string, true>({ max: DEADLY_MOST });
  #child: ChildProcess | undefined;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #isClosed = false;

  /**
   * Starts nothing yet.
   *
   * @param options - see {@link PlannerProcessOptions}
   */
  constructor({ logger, patienceMs = PATIENCE_MS }: PlannerProcessOptions) {
    this.#logger = logger;
    this.#patienceMs = patienceMs;
  }

  /**
   * Takes another graph.
   *
   * @param supergraphSdl - composed
   * @returns its number, by which documents are planned over it
   */
  add(supergraphSdl: string): number {
    const graph = this.#graphs.push(supergraphSdl) - 1;
    if (this.#child) this.#tell({ graph, supergraphSdl });
    return graph;
  }

  /**
   * Plans a document.
   *
   * @param graph - number of its graph
   * @param text - the document, with one operation
   * @returns `undefined` where nothing has to be asked
   * @throws PlanError where there is no plan, or the planner ended over it
   */
  plan(graph: number, text: string): Promise<PlanNode | undefined> {
    if (this.#isClosed) return Promise.reject(new PlanError('The planner is closed'));
    if (this.#deadly.has(digestOf(graph, text)))
      return Promise.reject(new PlanError('The planner ends over this document'));
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { graph, text, resolve, reject });
      if (this.#child) this.#tell({ graph, id, text });
      else this.#start();
      if (this.#waiting.size === 1) this.#watch();
    });
  }

  /** Ends the process; whatever is still being planned is refused. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#refuseAll('The planner is closed');
    this.#child?.kill();
    this.#child = undefined;
  }

  #start(): void {
    const child = fork(PROGRAM, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      serialization: 'advanced',
    });
    this.#child = child;
    this.#isReady = false;
    // Neither the process nor the channel keeps this one alive.
    child.unref();
    child.channel?.unref();
    child.on('message', (reply: PlannerReply) => {
      if (this.#child === child) this.#settle(reply);
    });
    child.once('exit', () => {
      if (this.#child === child) this.#ended();
    });
    child.once('error', () => {
      if (this.#child === child) this.#ended();
    });
    for (const [graph, supergraphSdl] of this.#graphs.entries()) this.#tell({ graph, supergraphSdl });
    for (const [id, { graph, text }] of this.#waiting) this.#tell({ graph, id, text });
  }

  #tell(request: PlannerRequest): void {
    // A channel that broke is followed by the end of the process, which is where this is dealt with.
    this.#child?.send(request, () => undefined);
  }

  #settle(reply: PlannerReply): void {
    if ('isReady' in reply) {
      this.#isReady = true;
      this.#watch();
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#watch();
    if ('problem' in reply) waiting?.reject(new PlanError(`No plan: ${reply.problem}`));
    else waiting?.resolve(reply.node);
  }

  /** The document at work is the first that is not answered; where none was begun, no document is to blame. */
  #ended(): void {
    this.#child = undefined;
    clearTimeout(this.#timer);
    const [first] = this.#waiting;
    if (first === undefined) return;
    if (!this.#isReady) {
      this.#logger.warn('the planner does not start');
      this.#refuseAll('The planner does not start');
      return;
    }
    const [id, { graph, text, reject }] = first;
    const document = digestOf(graph, text);
    this.#waiting.delete(id);
    this.#deadly.set(document, true);
    this.#logger.warn({ document }, 'the planner ended over a document, which is refused from now on');
    reject(new PlanError('The planner ended over this document'));
    if (this.#waiting.size > 0) this.#start();
  }

  #refuseAll(problem: string): void {
    for (const { reject } of this.#waiting.values()) reject(new PlanError(problem));
    this.#waiting.clear();
  }

  /** Gives the document at work its time. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0 || !this.#isReady) return;
    this.#timer = setTimeout(() => {
      this.#child?.kill('SIGKILL');
    }, this.#patienceMs);
  }
}

function digestOf(graph: number, text: string): string {
  return createHash('sha256').update(`${graph} ${text}`).digest('hex');
}
