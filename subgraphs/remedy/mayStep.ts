import type { SubgraphContext } from '../../src/subgraph/context.ts';

/** What decides whose an application is. */
export interface Owned {
  readonly subjectUscc?: string | undefined;
  readonly targetDepartment?: string | undefined;
  readonly status?: string | undefined;
}

/** Tells whether a caller may move an application on; who may use the mutation at all, its `@access` says. */
export type MayStep = (application: Owned, context: Pick<SubgraphContext, 'caller' | 'department'>) => boolean;

/** The enterprise that applied, or the credit office at its window on behalf of it. */
export const isApplicant: MayStep = ({ subjectUscc }, { caller, department }) =>
  caller.department === undefined
    ? caller.subject !== undefined && caller.subject === subjectUscc
    : caller.department === department;

/** The credit office itself. */
export const isOffice: MayStep = (_application, { caller, department }) => caller.department === department;

/** The department that owns the fact: 谁认定、谁修复. */
export const isDecider: MayStep = ({ targetDepartment }, { caller }) =>
  caller.department !== undefined && caller.department === targetDepartment;

/** Either of the two. */
export const isDeciderOrOffice: MayStep = (application, context) =>
  isDecider(application, context) || isOffice(application, context);
