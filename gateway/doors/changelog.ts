import type { LocalDate } from '../../src/values/localDate.ts';
import type { ContractChange } from './contractChanges.ts';
import type { Door } from './Door.ts';

/**
 * Adds changes to the changelog of a door, the newest day first.
 *
 * @param text - the changelog so far; empty for a new one
 * @param door - whose contract changed
 * @param changes - what changed
 * @param today - under which day it is noted
 */
export function withChanges(text: string, door: Door, changes: readonly ContractChange[], today: LocalDate): string {
  const head = `# Changes at ${door.path}\n\nWhat changed for whoever asks at this door (\`schema/${door.name}.graphql\`). Written by \`credit-graph compose\`.\n`;
  const known = text.startsWith(head) ? text.slice(head.length) : text;
  if (changes.length === 0) return `${head}${known}`;
  const title = `\n## ${today}\n\n`;
  const older = known.startsWith(title) ? known.slice(title.length) : known;
  const lines = changes.map(({ isBreaking, message }) => `- ${isBreaking ? '**breaking**: ' : ''}${message}\n`);
  return `${head}${title}${lines.join('')}${older}`;
}
