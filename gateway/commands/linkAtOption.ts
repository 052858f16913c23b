import { Option } from 'commander';
import { LINK_RULE, type LinkRule } from '../../src/ingest/LinkRule.ts';
import { readFraction } from './readFraction.ts';

/** `--link-at <score>`: from which likeness of names on facts are linked without a person. */
export function linkAtOption(): Option {
  return new Option(
    '--link-at <score>',
    `likeness of names, 0 to 1, from which on a fact is linked without a person; ${LINK_RULE.linkAt} unless given`,
  ).argParser(readFraction);
}

/**
 * Gives the rule with another score for links that nobody is asked about.
 *
 * @param linkAt - as it was typed; undefined where it was not
 */
export function linkRuleOf(linkAt: number | undefined): LinkRule {
  return linkAt === undefined ? LINK_RULE : { ...LINK_RULE, linkAt };
}
