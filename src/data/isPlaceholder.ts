const PLACEHOLDERS = new Set(['', '无', '空', '/', '-', '--', '—', 'N/A', 'n/a', 'NULL', 'null', '暂无', '未知']);

/**
 * Tells whether a cell says "nothing" in one of the ways that real files do.
 *
 * @param text - a trimmed cell
 */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(text);
}
