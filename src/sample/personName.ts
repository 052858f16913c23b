import type { Chance } from './Chance.ts';

const FAMILIES = Array.from('林陈黄郑王李张吴刘杨许郭何叶曾蔡薛江邱余');
const GIVEN = Array.from('安宁达远明清和平乐康嘉文思齐悦然');

/**
 * Invents a person. Every given name begins with 示, of 示例, so that nobody is taken for a real one.
 *
 * @param chance - chooses
 */
export function personName(chance: Chance): string {
  return `${chance.pick(FAMILIES)}示${chance.pick(GIVEN)}`;
}
