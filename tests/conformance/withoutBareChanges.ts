/** What a change tells of a fact that the caller may not see any more: that there was one, and why it is gone. */
const BARE: ReadonlySet<string> = new Set(['__typename', 'factRef', 'time', 'reason']);

type Part = Readonly<Record<string, unknown>>;

/**
 * Takes out of an answer the changes that tell nothing but a reference and a reason.
 *
 * @param answer - plain data of GraphQL, with type names
 * @param onBare - told the reference of each
 */
export function withoutBareChanges(answer: unknown, onBare: (factRef: string) => void = () => undefined): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) {
    return answer.filter((part) => !isBare(part, onBare)).map((part) => withoutBareChanges(part, onBare));
  }
  const kept: Record<string, unknown> = {};
  for (const name in answer) kept[name] = withoutBareChanges((answer as Part)[name], onBare);
  return kept;
}

function isBare(part: unknown, onBare: (factRef: string) => void): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const change = part as Part;
  if (change['__typename'] !== 'Change') return false;
  const isSilent = Object.entries(change).every(([name, value]) => BARE.has(name) || value === null);
  if (isSilent) onBare(String(change['factRef']));
  return isSilent;
}
