import type { Caller } from '../../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { UNIT } from '../listTest.ts';

/** A promise that replaces a procedure, as the unit files it on 15 June 2026. */
export const FILED = {
  subjectUscc: UNIT,
  subjectName: '福州测试（集团）有限公司',
  subjectCategory: 'LEGAL_OR_UNINCORPORATED',
  kind: 'APPROVAL_REPLACING',
  reason: '食品经营许可告知承诺',
  content: '按期补齐材料',
  liability: '撤销许可',
  acceptUnit: '福州市行政审批局',
  acceptUnitUscc: '11350100003604563L',
};

/** What a write answers. */
export interface Written {
  readonly id: string | null;
  readonly revision: number | null;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

/** An enterprise with its own login. */
export function subjectOf(uscc: string): Caller {
  return { audience: 'SUBJECT', subject: uscc, operator: 'owner', scopes: new Set() };
}

/** Runs one mutation on commitments, and waits until the index follows. */
export async function write(
  credit: TestDepartment,
  caller: Caller,
  call: string,
  variables: object = {},
): Promise<{ readonly written: Written | null; readonly codes: readonly unknown[] }> {
  const types = '$input: CommitmentFileInput, $values: CommitmentInput, $id: ID';
  const used = types.split(', ').filter((type) => call.includes(type.split(':')[0] ?? ''));
  const given = used.map((type) => `${type}!`).join(', ');
  const document = `mutation ${given === '' ? '' : `(${given})`} { written: ${call} { id revision errors { field code } } }`;
  const { data, errors = [] } = await credit.ask(document, { ...variables }, { caller });
  await credit.settle();
  return {
    written: (data?.['written'] ?? null) as Written | null,
    codes: errors.map(({ extensions }) => extensions['code']),
  };
}

/** Files the promise as the unit itself, and gives its id. */
export async function filed(credit: TestDepartment, input: object = FILED, caller = subjectOf(UNIT)): Promise<string> {
  const { written, codes } = await write(credit, caller, 'commitmentFile(input: $input)', { input });
  if (typeof written?.id !== 'string') throw new Error(JSON.stringify({ written, codes }));
  return written.id;
}

/** Staff of the tax office, who watch the promise. */
export const TAX = staffOf('tax');
