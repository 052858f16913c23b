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
  if (Array.isArray(answer)) {
    return answer.filter((part) => !isBare(part, onBare)).map((part) => withoutBareChanges(part, onBare));
  }
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, part]) => [name, withoutBareChanges(part, onBare)] as const),
  );
}

function isBare(part: unknown, onBare: (factRef: string) => void): boolean {
  const change = Object(part) as Part;
  if (change['__typename'] !== 'Change') return false;
  const isSilent = Object.entries(change).every(([name, value]) => BARE.has(name) || value === null);
  if (isSilent) onBare(String(change['factRef']));
  return isSilent;
}
