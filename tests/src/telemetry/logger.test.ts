import { createLogger } from '../../../src/telemetry/logger.ts';

const linesOf = (level: 'info' | 'silent', write: (log: ReturnType<typeof createLogger>) => void): unknown[] => {
  const lines: unknown[] = [];
  write(createLogger({ logLevel: level }, { write: (line: string) => lines.push(JSON.parse(line)) }));
  return lines;
};

describe('createLogger', () => {
  it('writes one JSON object a line with level, time and message', () => {
    const [line] = linesOf('info', (log) => {
      log.info({ requestId: 'r1' }, 'ready');
    });
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      requestId: 'r1',
      msg: 'ready',
    });
  });

  it('keeps to its level', () => {
    expect(
      linesOf('info', (log) => {
        log.debug('unheard');
      }),
    ).toEqual([]);
    expect(
      linesOf('silent', (log) => {
        log.fatal('unheard');
      }),
    ).toEqual([]);
  });

  it('blanks credentials and what identifies a person, also one level deep', () => {
    const secret = 'hunter2';
    const lines = linesOf('info', (log) => {
      log.info({
        token: secret,
        uri: secret,
        idNumber: secret,
        variables: { uscc: secret },
        caller: { password: secret },
      });
      log.info({
        req: { headers: { authorization: secret } },
        headers: { cookie: secret },
        case: { personName: secret },
      });
    });
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });
});
