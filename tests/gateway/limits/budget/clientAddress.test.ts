import { canonical, clientAddress } from '../../../../gateway/limits/budget/clientAddress.ts';

describe('the address of a caller', () => {
  for (const [name, remote, forwardedFor, proxies, address] of [
    ['is the one of the connection', '203.0.113.7', undefined, 0, '203.0.113.7'],
    ['is not what the caller says without proxies', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['is what the proxy says', '10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    ['is not what the caller told the proxy', '10.0.0.1', '192.0.2.9, 198.51.100.1', 1, '198.51.100.1'],
    ['is what the outer of two proxies says', '10.0.0.1', '192.0.2.9, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['is read over several headers', '10.0.0.1', ['192.0.2.9', '198.51.100.1'], 1, '198.51.100.1'],
    ['is the nearest where a proxy was passed by', '10.0.0.1', '198.51.100.1', 3, '198.51.100.1'],
    ['is the one of the connection where the header is missing', '10.0.0.1', undefined, 1, '10.0.0.1'],
    ['is the one of the connection where the header is not readable', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['is none where the connection is gone', undefined, undefined, 0, ''],
  ] as const) {
    it(name, () => {
      expect(clientAddress({ remote, forwardedFor }, proxies)).toBe(address);
    });
  }

  for (const [written, network] of [
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ] as const) {
    it(`of ${written} counts as ${network}`, () => {
      expect(canonical(written)).toBe(network);
    });
  }
});
