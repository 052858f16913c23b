import { randomUUID } from 'node:crypto';
import type { AuditStatement, AuditWriter } from '../../src/audit/AuditRecord.ts';
import type { ImportUpload } from '../http/importRoute.ts';
import { auditedCaller } from './auditedCaller.ts';
import { failureCode } from './failureCode.ts';

const DOOR = '/imports';

/**
 * Has uploads recorded: that one begins, before a byte of it is read, and how it ended. Which enterprises a file was about is told by
 * the batch, which each of its facts and ledger entries names, not by the record.
 *
 * @param upload - takes in files
 * @param writer - the log
 */
export function auditedUpload(upload: ImportUpload, writer: AuditWriter): ImportUpload {
  return {
    authorise: (caller, collection) => {
      upload.authorise(caller, collection);
    },
    async run(caller, wanted) {
      const statement: Omit<AuditStatement, 'stage' | 'codes'> = {
        ...{ request: randomUUID(), door: DOOR, caller: auditedCaller(caller), purpose: caller.purpose, subjects: [] },
        operation: { kind: 'UPLOAD', name: `import ${wanted.collection}`, coordinates: [] },
      };
      await writer.record({ ...statement, stage: 'BEGUN', codes: [] });
      try {
        const report = await upload.run(caller, wanted);
        await writer.record({ ...statement, stage: 'ENDED', codes: [] });
        return report;
      } catch (error) {
        await writer.record({ ...statement, stage: 'ENDED', codes: [failureCode(error)] });
        throw error;
      }
    },
  };
}
