/**
 * Waits for an answer over the network, but not for ever. An answer that has arrived counts, even where this process was too busy to read it
 * in time: after the time is over, one more look is taken at what has arrived.
 *
 * @param answer - what is waited for
 * @param milliseconds - how long
 * @throws Error after that time
 */
export async function unlessSilent<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // Node.js reads from the network between timers and immediates.
      setImmediate(() => {
        reject(new Error(`No answer within ${milliseconds} ms`));
      });
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
