import { startToyGateway, type ToyGateway } from '../../kit/startToyGateway.ts';

let gateway: ToyGateway;
beforeAll(async () => {
  gateway = await startToyGateway();
});
afterAll(() => gateway.stop());

describe('the page for verification', () => {
  it('is one form before anything was typed, may load and run nothing, and is kept nowhere', async () => {
    const { status, headers, text } = await gateway.send('/verify');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; img-src data:; /);
    expect(text).toContain('<form method="get" action="/verify">');
    expect(text).not.toContain('class="result');
    expect(text).not.toContain('<script');
  });

  it.each(['/verify?code=x', '/verify?code=x&code=y', '/verify?code=%22%3E%3Cscript%3E'])(
    'says of %s in the form of every error that nobody could be asked',
    async (path) => {
      const { status, body, text } = await gateway.send(path);
      expect([status, body.errors?.[0]?.extensions['code']]).toEqual([503, 'REPORT_UNAVAILABLE']);
      expect(text).not.toContain('script');
    },
  );
});
