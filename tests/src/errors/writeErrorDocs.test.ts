import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../../src/errors/gatewayCodes.ts';
import { AUTHORITY_ERRORS } from '../../../src/errors/authorityCodes.ts';
import { IDENTITY_ERRORS } from '../../../src/errors/identityCodes.ts';
import { INGEST_ERRORS } from '../../../src/errors/ingestCodes.ts';
import { START_ERRORS } from '../../../src/errors/startCodes.ts';
import { errorDocs, writeErrorDocs } from '../../../src/errors/writeErrorDocs.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the reference of errors', () => {
  const path = join(temporaryFolder(), 'docs', 'errors.md');

  it('holds every code of every table, with both messages, status and action', () => {
    const docs = errorDocs();
    for (const [code, { en, zh, http, action }] of Object.entries({
      ...KERNEL_ERRORS,
      ...GATEWAY_ERRORS,
      ...IDENTITY_ERRORS,
      ...AUTHORITY_ERRORS,
      ...INGEST_ERRORS,
      ...START_ERRORS,
    })) {
      const [, section = ''] = docs.split(`### ${code}\n`);
      const lines = section.split('\n### ')[0];
      for (const text of [en, zh, action]) expect(lines).toContain(text.replace(/\s*\n\s*/g, ' '));
      expect(lines).toContain(`HTTP ${http}`);
    }
  });

  it('shows the tables of departments behind those of the kernel', () => {
    const entry = { en: 'E', zh: '中', http: 200, retryable: true, action: 'A' };
    const docs = errorDocs([{ title: 'Tax', about: 'Of the tax department.', entries: { TAX_LATE: entry } }]);
    expect(docs.slice(docs.indexOf('## Tax'))).toBe(
      '## Tax\n\nOf the tax department.\n\n### TAX_LATE\n\n- E\n- 中\n- HTTP 200, may succeed later\n- A\n',
    );
  });

  it('is written where it differs, and only reported when it is checked', async () => {
    expect(await writeErrorDocs(path, { check: true })).toBe(true);
    expect(existsSync(path)).toBe(false);
    expect(await writeErrorDocs(path, { check: false })).toBe(true);
    expect(await writeErrorDocs(path, { check: true })).toBe(false);
    writeFileSync(path, 'old');
    expect(await writeErrorDocs(path, { check: true })).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('is what lies in docs/errors.md', async () => {
    expect(readFileSync(join(projectRoot(), 'docs', 'errors.md'), 'utf8')).toBe(errorDocs());
    await expect(writeErrorDocs(join(projectRoot(), 'docs', 'errors.md'), { check: true })).resolves.toBe(false);
  });
});
