import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { rows } from '../../../src/data/fields/rows.ts';
import { text } from '../../../src/data/fields/text.ts';
import { TARGET_KINDS } from '../rules/targetKinds.ts';

/** A file is not kept here: its name and digest tell which one was handed in. */
export const PAPER_COLUMNS = {
  name: text({ title: '名称', description: 'Name of the paper.' }, 200, { required: true }),
  digest: text({ title: '摘要值', description: 'SHA-256 of the file, in hexadecimal digits.' }, 64, {
    required: true,
    holds: 'NUMBER',
  }),
};

/** The number of an application and the fact that it is about, alike in repairs and objections. */
export const targetFields = {
  applicationNo: text({ title: '申请编号', description: 'Number of the application.', aliases: ['受理编号'] }, 60, {
    required: true,
    holds: 'NUMBER',
  }),
  targetFact: text({ title: '信用信息编号', description: 'Id of the fact concerned.' }, 60, {
    required: true,
    holds: 'NUMBER',
  }),
  targetType: text({ title: '信用信息类型', description: 'GraphQL type of the fact concerned.' }, 60, {
    required: true,
  }),
  targetDepartment: text(
    { title: '认定单位', description: 'Department that owns the fact, spelt like its folder.' },
    30,
    { required: true },
  ),
  targetKind: code({ title: '信用信息类别', description: 'Kind of record concerned.' }, TARGET_KINDS, {
    required: true,
  }),
};

/**
 * The steps that an application took.
 *
 * @param statuses - code list of its statuses
 */
export function stepsField<Status extends string>(statuses: Readonly<Record<Status, readonly string[]>>) {
  return rows(
    { title: '办理过程', description: 'Every step: status, day, who took it, and what was said.' },
    {
      status: code({ title: '状态', description: 'Status reached.' }, statuses, { required: true }),
      on: date({ title: '日期', description: 'Day of the step.' }, { required: true }),
      by: text({ title: '办理方', description: 'The applicant, or a department.' }, 40, { required: true }),
      note: text({ title: '说明', description: 'What was said.' }, 1000),
    },
    100,
  );
}
