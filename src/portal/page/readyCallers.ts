/** Somebody that the reader can be at a door. */
export interface ReadyCaller {
  readonly title: string;
  /** Headers that make a request this caller's. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the server tells of the callers for development. */
interface DevelopmentCaller extends ReadyCaller {
  /** Name of the door that the caller belongs to. */
  readonly door: string;
}

/**
 * Asks for the ready-made callers of a door. They are there on the machine of a city that is being developed or tried, which marks
 * its pages, and nowhere else.
 *
 * @param door - its name
 */
export async function readyCallers(door: string): Promise<readonly ReadyCaller[]> {
  if (document.documentElement.dataset['callers'] === undefined) return [];
  try {
    const response = await fetch('/dev/tokens');
    if (!response.ok) return [];
    const { users } = (await response.json()) as { readonly users: readonly DevelopmentCaller[] };
    return users.filter((user) => user.door === door);
  } catch {
    return [];
  }
}

/**
 * The headers of a token or key that the reader pasted.
 *
 * @param text - as it was pasted; empty for nobody in particular
 */
export function headersOf(text: string): Readonly<Record<string, string>> {
  const token = text.trim();
  if (token === '') return {};
  return token.startsWith('cgk_') ? { 'x-api-key': token } : { authorization: `Bearer ${token}` };
}
