import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { projectRoot } from '../../../../src/config/projectRoot.ts';
import { sha256 } from '../../../../src/values/sha256.ts';
import { PlanError } from '../PlanError.ts';
import type { OperationPlan, PlannerChoice } from '../Planner.ts';
import type { PlannerReply, PlannerRequest, PlanQuestion } from './plannerMessages.ts';

/** How the planner's process is kept. */
export interface PlannerProcessOptions {
  readonly logger: Pick<Logger, 'warn'>;
  /** How long one document may be planned, in milliseconds; 5 s unless given. */
  readonly patienceMs?: number;
  /** How long the process may take until it has read the graph, in milliseconds; 60 s unless given. */
  readonly startMs?: number;
}

interface Waiting {
  readonly question: PlanQuestion;
  readonly choice: PlannerChoice;
  readonly resolve: (plan: OperationPlan) => void;
  readonly reject: (problem: PlanError) => void;
}

/** The same program for the compiled product and for its sources. */
const PROGRAM = join(projectRoot(), 'dist', 'gateway', 'engine', 'plan', 'process', 'plannerProgram.js');
const PATIENCE_MS = 5_000;
const START_MS = 60_000;
const DEADLY_MOST = 1_000;

/**
 * Makes plans in a process of its own.
 *
 * Some documents that fit their graph make the native planner (0.0.38) end its process, which nothing can catch; a caller must not
 * end the gateway by them, nor keep it from its work with one that takes for ever. Here the process is started anew, what others had
 * asked meanwhile is asked again, and that document is planned by the other planner; where it ends the process again, it is refused.
 */
export class PlannerProcess {
  readonly #logger: Pick<Logger, 'warn'>;
  readonly #patienceMs: number;
  readonly #startMs: number;
  /** In the order in which they were asked, which is that of the answers. */
  readonly #waiting = new Map<number, Waiting>();
  /** By the digest of a document, which planner ended the process over it. */
  readonly #deadly = new LRUCache<string, PlannerChoice>({ max: DEADLY_MOST });
  #supergraphSdl = '';
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
  constructor({ logger, patienceMs = PATIENCE_MS, startMs = START_MS }: PlannerProcessOptions) {
    this.#logger = logger;
    this.#patienceMs = patienceMs;
    this.#startMs = startMs;
  }

  /**
   * Lets all that is asked from now on be planned over a graph. What is still being planned has to be waited for before.
   *
   * @param supergraphSdl - a composed Federation 2 graph
   */
  serve(supergraphSdl: string): void {
    this.#supergraphSdl = supergraphSdl;
    this.#deadly.clear();
    this.#isReady = false;
    this.#tell({ supergraphSdl });
  }

  /**
   * Plans an operation over the graph that is served.
   *
   * @param question - the operation
   * @throws PlanError where there is no plan, or every planner ended over it or took too long
   */
  plan(question: PlanQuestion): Promise<OperationPlan> {
    if (this.#isClosed) return Promise.reject(new PlanError('The planner is closed'));
    const ended = this.#deadly.get(digestOf(question));
    if (ended === 'apollo') return Promise.reject(new PlanError('The planner ends over this document'));
    const choice = ended === undefined ? 'native first' : 'apollo';
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { question, choice, resolve, reject });
      if (!this.#child) {
        this.#start();
        return;
      }
      this.#tell({ id, question, choice });
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
    for (const [id, { question, choice }] of this.#waiting) this.#tell({ id, question, choice });
    this.#watch();
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
    if ('plan' in reply) waiting?.resolve(reply.plan);
    else waiting?.reject(new PlanError(reply.problem));
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
    const [id, asked] = first;
    const document = digestOf(asked.question);
    this.#deadly.set(document, asked.choice);
    if (asked.choice === 'apollo') {
      this.#waiting.delete(id);
      this.#logger.warn({ document }, 'every planner ended over a document, which is refused from now on');
      asked.reject(new PlanError('The planner ended over this document'));
    } else {
      this.#logger.warn(
        { document },
        'the planner ended over a document, which the other planner is asked for from now on',
      );
      this.#waiting.set(id, { ...asked, choice: 'apollo' });
    }
    if (this.#waiting.size > 0) this.#start();
  }

  #refuseAll(problem: string): void {
    for (const { reject } of this.#waiting.values()) reject(new PlanError(problem));
    this.#waiting.clear();
  }

  /** Gives the document at work its time, and before that the graph: whatever takes longer is ended. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0) return;
    const timeMs = this.#isReady ? this.#patienceMs : this.#startMs;
    this.#timer = setTimeout(() => {
      this.#child?.kill('SIGKILL');
    }, timeMs);
  }
}

function digestOf(question: PlanQuestion): string {
  return sha256(JSON.stringify(question));
}
