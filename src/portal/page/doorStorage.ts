/** What GraphiQL keeps the reader's tabs in. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'>;

/**
 * A part of the browser's storage for one door: what a reader wrote at another would not fit its schema.
 *
 * @param door - its name
 */
export function doorStorage(door: string): TabStorage {
  const prefix = `${door}:`;
  const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    getItem: (key) => localStorage.getItem(prefix + key),
    setItem: (key, value) => {
      localStorage.setItem(prefix + key, value);
    },
    removeItem: (key) => {
      localStorage.removeItem(prefix + key);
    },
    clear: () => {
      for (const key of keys()) localStorage.removeItem(key);
    },
    get length() {
      return keys().length;
    },
  };
}
