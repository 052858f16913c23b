import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { projectRoot } from '../../../../src/config/projectRoot.ts';
import { PlanError } from '../PlanError.ts';
import type { PlannerReply, PlannerRequest, PlanQuestion } from './plannerMessages.ts';

/** How the planner's process is kept. */
export interface PlannerProcessOptions {
  readonly supergraphSdl: string;
  readonly logger: Pick<Logger, 'warn'>;
  /** How long one document may be planned, in milliseconds; 5 s unless given. */
  readonly patienceMs?: number;
}

interface Waiting {
  readonly question: PlanQuestion;
  readonly resolve: () => void;
  readonly reject: (problem: PlanError) => void;
}

/** The same program for the compiled product and for its sources. */
const PROGRAM = join(projectRoot(), 'dist', 'gateway', 'engine', 'plan', 'process', 'plannerProgram.js');
const PATIENCE_MS = 5_000;
const DEADLY_MOST = 1_000;

/**
 * Tries plans in a process of its own, before the gateway makes them itself.
 *
 * Some documents that fit their graph make the planner (0.0.38) end its process, which nothing can catch; a caller must not end the
 * gateway by them, nor keep it from its work with one that takes for ever. Here only that document is refused, and not tried again; the
 * process is started anew, and what others had asked meanwhile is asked again.
 */
export class PlannerProcess {
  readonly #logger: Pick<Logger, 'warn'>;
  readonly #patienceMs: number;
  readonly #supergraphSdl: string;
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
  constructor({ supergraphSdl, logger, patienceMs = PATIENCE_MS }: PlannerProcessOptions) {
    this.#supergraphSdl = supergraphSdl;
    this.#logger = logger;
    this.#patienceMs = patienceMs;
  }

  /**
   * Tries to plan an operation; where that ends well, the same can be done in this process.
   *
   * @param question - the operation
   * @throws PlanError where the planner ended over it, or took too long
   */
  attempt(question: PlanQuestion): Promise<void> {
    if (this.#isClosed) return Promise.reject(new PlanError('The planner is closed'));
    if (this.#deadly.has(digestOf(question)))
      return Promise.reject(new PlanError('The planner ends over this document'));
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { question, resolve, reject });
      if (this.#child) this.#tell({ id, question });
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
    this.#tell({ supergraphSdl: this.#supergraphSdl });
    for (const [id, { question }] of this.#waiting) this.#tell({ id, question });
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
    waiting?.resolve();
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
    const [id, { question, reject }] = first;
    const document = digestOf(question);
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

function digestOf(question: PlanQuestion): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('hex');
}
