import { isIP } from 'node:net';

/** Where a request comes from, as far as the connection and the proxies tell. */
export interface RequestOrigin {
  /** Address at the other end of the connection. */
  readonly remote: string | undefined;
  /** The header `x-forwarded-for`, to which each proxy appends the address that it was called from. */
  readonly forwardedFor: string | readonly string[] | undefined;
}

/**
 * Finds the address of a caller. Each trusted proxy vouches for one entry of `x-forwarded-for`, counted from its end; what stands before
 * them was written by the caller and says nothing.
 *
 * @param origin - what the request says
 * @param trustedProxies - how many proxies stand in front of this server
 * @returns an address without zone; one that is not readable is the one of the connection
 */
export function clientAddress({ remote = '', forwardedFor }: RequestOrigin, trustedProxies: number): string {
  if (trustedProxies === 0 || forwardedFor === undefined) return canonical(remote);
  const text = typeof forwardedFor === 'string' ? forwardedFor : forwardedFor.join(',');
  const hops = text.split(',').map((hop) => hop.trim());
  const address = hops[Math.max(0, hops.length - trustedProxies)] ?? '';
  return canonical(isIP(address) === 0 ? remote : address);
}

/**
 * One name for one network: an IPv4 address in IPv6 form is the IPv4 address; of an IPv6 address the first 64 bits count, since a caller has
 * all addresses below them (RFC 4291, section 2.5.4).
 *
 * @param address - of either kind
 */
export function canonical(address: string): string {
  const [bare = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(bare) !== 6) return bare;
  return `${groups(bare).slice(0, 4).join(':')}::/64`;
}

function groups(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const before = parts(head);
  const after = parts(tail ?? '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

function parts(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
