import { AppError } from '../../../src/errors/AppError.ts';
import { startToyGateway, type ToyGateway, type ToyReply } from '../../kit/startToyGateway.ts';

/** The toys know nothing of reports: what a request is refused for before they are asked is the route's own. */
let gateway: ToyGateway;
beforeAll(async () => {
  gateway = await startToyGateway({
    identify: (authorization) =>
      authorization === undefined
        ? Promise.resolve({ audience: 'OPEN', scopes: new Set() })
        : Promise.reject(new AppError('TOKEN_INVALID')),
  });
});
afterAll(() => gateway.stop());

const codeOf = ({ body }: ToyReply): unknown => body.errors?.[0]?.extensions['code'];

describe('the door of printed reports', () => {
  it.each([
    ['/reports/91350100M000100Y44.pdf', 400, 'USCC_INVALID'],
    ['/reports/11010519491231002X.pdf', 400, 'USCC_INVALID'],
    ['/reports/.pdf', 404, 'PATH_UNKNOWN'],
    ['/reports/91350100M000100Y43', 404, 'PATH_UNKNOWN'],
    ['/reports/', 404, 'PATH_UNKNOWN'],
    ['/reports/91350100M000100Y43.pdf', 503, 'REPORT_UNAVAILABLE'],
  ])('answers %s by %i %s', async (path, status, code) => {
    const reply = await gateway.send(path);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(reply.text).not.toContain('11010519491231002X');
  });

  it('refuses a token that is not valid, before it looks at the code', async () => {
    const reply = await gateway.send('/reports/nonsense.pdf', { headers: { authorization: 'Bearer x' } });
    expect([reply.status, codeOf(reply)]).toEqual([401, 'TOKEN_INVALID']);
  });

  it('tells it in Chinese to whom reads Chinese', async () => {
    const headers = { 'accept-language': 'zh-CN' };
    const { body } = await gateway.send('/reports/91350100M000100Y43.pdf', { headers });
    expect(body.errors?.[0]?.message).toBe('所需部门暂时无法应答，报告暂时无法出具或核验。');
  });

  it('issues nothing for who only looks whether there is something', async () => {
    const { status } = await fetch(`${gateway.url}/reports/91350100M000100Y43.pdf`, { method: 'HEAD' });
    expect(status).toBe(404);
  });
});
