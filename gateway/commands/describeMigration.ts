import type { Locale } from '../../src/errors/AppError.ts';
import type { PlannedMigration } from '../../src/migration/planMigration.ts';
import type { MigrationReport } from '../../src/migration/runMigration.ts';
import { table } from './table.ts';

const WORDS = {
  zh: { none: '所有文档均为当前结构版本。', begun: '已开始，未完成' },
  en: { none: 'All documents are of the schema versions that this release reads.', begun: 'begun, not finished' },
} as const;
const HEADS = {
  zh: ['集合', '自', '至', '文档', '步骤'],
  en: ['collection', 'from', 'to', 'documents', 'steps'],
} as const;

/**
 * Lays out what would be moved as a table.
 *
 * @param planned - of all departments
 * @param locale - the language
 */
export function describePlan(planned: readonly PlannedMigration[], locale: Locale): string {
  if (planned.length === 0) return WORDS[locale].none;
  const rows = planned.map(({ collection, from, to, documents, steps, isBegun }) => [
    ...[collection, String(from), String(to), documents.toLocaleString('en')],
    [...steps, ...(isBegun ? [`(${WORDS[locale].begun})`] : [])].join('; '),
  ]);
  return table([HEADS[locale], ...rows]).join('\n');
}

/**
 * Says what was moved of a collection.
 *
 * @param report - of `runMigration`
 * @param locale - the language
 */
export function describeMoved({ collection, from, to, moved }: MigrationReport, locale: Locale): string {
  const count = moved.toLocaleString('en');
  return locale === 'zh'
    ? `${collection}：版本 ${from} → ${to}，已迁移文档 ${count}`
    : `${collection}: version ${from} to ${to}, ${count} documents moved`;
}
