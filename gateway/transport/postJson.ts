import type { Dispatcher, Pool } from 'undici';
import { readableText } from './readableText.ts';
import { DeadlineError } from './withDeadline.ts';

/** What is sent. */
export interface JsonRequest {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** JSON text. */
  readonly body: string;
  /** How long the whole exchange may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Told once when the answer has not come for a while, but may still. */
  readonly onStall?: { readonly afterMs: number; readonly tell: () => void };
}

/** What came back. */
export interface HttpReply {
  readonly status: number;
  readonly text: string;
}

/** No answer came. */
export class ExchangeError extends Error {
  /** Whether the other side may have seen the request, or a part of it. */
  readonly wasSent: boolean;

  /**
   * @param cause - the fault of the connection, or a DeadlineError
   * @param wasSent - whether anything may have reached the other side
   */
  constructor(cause: Error, wasSent: boolean) {
    super(cause.message, { cause });
    this.name = 'ExchangeError';
    this.wasSent = wasSent;
  }

  /** Whether the connection was lost, or never came about, rather than that the answer took too long. */
  get isConnectionLoss(): boolean {
    return !(this.cause instanceof DeadlineError);
  }
}

/**
 * Sends JSON by POST and takes the answer as text.
 *
 * It speaks undici's lowest interface: streams, and the objects around them, would cost more than the exchange itself.
 *
 * @param pool - connections to the server
 * @param request - what is sent
 * @throws ExchangeError when no complete answer came in time
 */
export function postJson(pool: Pool, request: JsonRequest): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const { path, headers, body } = request;
    pool.dispatch({ method: 'POST', path, headers: headers as string[], body }, new Exchange(request, resolve, reject));
  });
}

/**
 * Takes one answer, in the form that undici's connections speak themselves: to handlers of the other form it hands a controller and all
 * headers as an object, made for each exchange, and nobody looks at them here.
 */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (reply: HttpReply) => void;
  readonly #reject: (error: ExchangeError) => void;
  readonly #chunks: Buffer[] = [];
  #abort: ((error: Error) => void) | undefined;
  #timer: NodeJS.Timeout;
  #late: DeadlineError | undefined;
  #status = 0;
  #headers: readonly Buffer[] = [];

  constructor(
    { deadlineMs, onStall }: JsonRequest,
    resolve: (reply: HttpReply) => void,
    reject: (error: ExchangeError) => void,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    const stallMs = Math.min(onStall?.afterMs ?? deadlineMs, deadlineMs);
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => {
        this.#giveUp(new DeadlineError(deadlineMs));
      }, deadlineMs - stallMs);
      if (stallMs < deadlineMs) onStall?.tell();
    }, stallMs);
  }

  /** The request is about to be written. */
  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort;
    if (this.#late) abort(this.#late);
  }

  onHeaders(status: number, headers: readonly Buffer[]): boolean {
    this.#status = status;
    this.#headers = headers;
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    return true;
  }

  onComplete(): void {
    clearTimeout(this.#timer);
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, text: readableText(bytes, this.#headers) });
  }

  onError(error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(new ExchangeError(this.#late ?? error, this.#abort !== undefined));
  }

  /** Waiting in the queue of the pool is waiting too. */
  #giveUp(late: DeadlineError): void {
    this.#late = late;
    this.#reject(new ExchangeError(late, this.#abort !== undefined));
    this.#abort?.(late);
  }
}
