import type { FieldFault } from '../../../src/data/judgeFact.ts';

const DEPARTMENT = /^[a-z][a-z0-9]*$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** The values of an application that are alike in repairs and objections. */
export interface ApplicationValues {
  readonly targetDepartment?: string | undefined;
  readonly evidence?: readonly Paper[] | undefined;
  readonly promise?: readonly Paper[] | undefined;
}

interface Paper {
  readonly digest?: string | undefined;
}

/**
 * Refuses what no application can hold: an owner that is no department's name, or a digest that is none.
 *
 * @param values - of the application
 */
export function applicationFaults({
  targetDepartment = '',
  evidence = [],
  promise = [],
}: ApplicationValues): readonly FieldFault[] {
  const papers = { evidence, promise };
  const broken = Object.entries(papers).filter(([, list]) => list.some(({ digest = '' }) => !DIGEST.test(digest)));
  return [
    ...(DEPARTMENT.test(targetDepartment) ? [] : [fault('targetDepartment', '单位代号 / name of a department')]),
    ...broken.map(([field]) =>
      fault(field, '文件的 SHA-256，64 位小写十六进制 / SHA-256 in 64 small hexadecimal digits'),
    ),
  ];
}

function fault(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'CODE_UNKNOWN', expected } };
}
