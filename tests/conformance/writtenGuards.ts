import type { Abortable, Filter, FindOneOptions } from 'mongodb';
import type * as authoriseImportModule from '../../gateway/authoriseImport.ts';
import type * as auditPluginModule from '../../gateway/apollo/auditPlugin.ts';
import type * as auditResolversModule from '../../gateway/audit/auditResolvers.ts';
import type * as operationRecordModule from '../../gateway/audit/OperationRecord.ts';
import type * as documentLimitsRuleModule from '../../gateway/limits/documentLimitsRule.ts';
import type * as meteringModule from '../../gateway/limits/Metering.ts';
import type { AuditStage } from '../../src/audit/AuditRecord.ts';
import { AppError } from '../../src/errors/AppError.ts';
import type * as clientDirectoryModule from '../../src/identity/clients/ClientDirectory.ts';
import type { ClientDocument } from '../../src/identity/clients/ClientDocument.ts';
import type { IdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import type * as serviceTokenModule from '../../src/identity/serviceToken.ts';
import type * as composeBodyModule from '../../src/ledger/relay/composeBody.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import type * as factResolversModule from '../../src/subgraph/factResolvers.ts';
import type * as judgeCommitmentModule from '../../subgraphs/credit/commitments/judgeCommitment.ts';
import type * as refuseOthersModule from '../../subgraphs/credit/commitments/refuseOthers.ts';
import type * as reportExecutionModule from '../../subgraphs/credit/measures/reportExecution.ts';
import type * as callingSubjectModule from '../../subgraphs/finance/authorisations/callingSubject.ts';
import type * as readAuthorisationsModule from '../../subgraphs/finance/authorisations/readAuthorisations.ts';
import type * as pledgeRulesModule from '../../subgraphs/registry/rules/pledgeRules.ts';
import type * as mayStepModule from '../../subgraphs/remedy/mayStep.ts';
import { isOut, replaceGuards, replaceParts } from './takeOutGuards.ts';

/** The enterprise that {@link callingSubject} takes everybody for while it is out. */
export const ANYBODY = '91350100M000100Y43';

/** What does not work at the audit log; everything does at first. */
export const faults: { isAway: boolean; stage: AuditStage | undefined } = { isAway: false, stage: undefined };

const pass = (): boolean => true;
const asDepartment = (context: SubgraphContext, department: string | undefined): SubgraphContext =>
  Object.create(context, { caller: { value: { ...context.caller, department } } }) as SubgraphContext;
const holding = (context: SubgraphContext, scope: string): SubgraphContext => {
  const scopes = new Set([...context.caller.scopes, `${context.caller.department ?? ''}:${scope}`]);
  return Object.create(context, { caller: { value: { ...context.caller, scopes } } }) as SubgraphContext;
};

// Whatever another of these imports comes before it.
await replaceParts<typeof factResolversModule>('../../src/subgraph/factResolvers.ts', ({ factResolvers }) => ({
  factResolvers(collection) {
    const resolvers = factResolvers(collection);
    const own = (context: SubgraphContext, guard: string) =>
      isOut(guard) ? asDepartment(context, collection.department) : context;
    const personal = Object.keys(collection.fields).filter((name) => collection.fields[name]?.personal !== undefined);
    const masked = resolvers as unknown as Readonly<Record<string, typeof resolvers.record>>;
    const switched = personal.map((name) => {
      const resolve: typeof resolvers.record = (fact, args, context) =>
        masked[name]?.(fact, args, own(context, 'masks of personal fields')) ?? null;
      return [name, resolve] as const;
    });
    return {
      ...resolvers,
      ...Object.fromEntries(switched),
      record: (fact, args, context) => resolvers.record(fact, args, own(context, 'mask of a natural person')),
    };
  },
}));
await replaceGuards<typeof pledgeRulesModule>('../../subgraphs/registry/rules/pledgeRules.ts', {
  'mask of a party to a pledge': () => ({ shownParty: (name) => name ?? null }),
});
await replaceGuards<typeof composeBodyModule>('../../src/ledger/relay/composeBody.ts', {
  'names of people, which never enter the ledger': ({ composeBody }) => ({
    composeBody(collection, ...given) {
      const named = Object.entries(collection.fields);
      const fields = Object.fromEntries(named.map(([name, { namesPeople: _, ...field }]) => [name, field]));
      return composeBody({ ...collection, fields }, ...given);
    },
  }),
  'personal fields, which never enter the ledger': ({ composeBody }) => ({
    composeBody(collection, ...given) {
      const named = Object.entries(collection.fields);
      const fields = Object.fromEntries(named.map(([name, { personal: _, ...field }]) => [name, field]));
      return composeBody({ ...collection, fields }, ...given);
    },
  }),
});
await replaceParts<typeof clientDirectoryModule>(
  '../../src/identity/clients/ClientDirectory.ts',
  ({ ClientDirectory }) => ({
    ClientDirectory: class extends ClientDirectory {
      constructor(database: IdentityDatabase) {
        super(isForgetful(database, () => isOut('end of a credential')));
      }
    },
  }),
);
await replaceGuards<typeof serviceTokenModule>('../../src/identity/serviceToken.ts', {
  'own key of a department': () => ({ verifyServiceToken: () => Promise.resolve() }),
});
await replaceGuards<typeof mayStepModule>('../../subgraphs/remedy/mayStep.ts', {
  'steps of the applicant': () => ({ isApplicant: pass }),
  'steps of the credit office': () => ({ isOffice: pass }),
  'steps of the department that decides': () => ({ isDecider: pass }),
  'undoing by whoever may decide': () => ({ isDeciderOrOffice: pass }),
});
await replaceGuards<typeof refuseOthersModule>('../../subgraphs/credit/commitments/refuseOthers.ts', {
  'commitments of others': () => ({ refuseOthers: () => undefined }),
});
await replaceGuards<typeof judgeCommitmentModule>('../../subgraphs/credit/commitments/judgeCommitment.ts', {
  'scope to judge a commitment': ({ judgeCommitment }) => ({
    judgeCommitment: (change, context) => judgeCommitment(change, holding(context, 'commitment:judge')),
  }),
  'judgment of another department': ({ judgeCommitment }) => ({
    judgeCommitment: (change, context) =>
      judgeCommitment(change, holding(asDepartment(context, 'credit'), 'commitment:judge')),
  }),
});
await replaceGuards<typeof reportExecutionModule>('../../subgraphs/credit/measures/reportExecution.ts', {
  'scope to report a measure': ({ reportExecution }) => ({
    reportExecution: (fact, input, context) => reportExecution(fact, input, holding(context, 'measureExecution:write')),
  }),
  'report of another department': ({ annulExecution }) => ({
    annulExecution: (id, note, context) =>
      annulExecution(id, note, holding(asDepartment(context, REPORTER), 'measureExecution:write')),
  }),
});
await replaceGuards<typeof callingSubjectModule>('../../subgraphs/finance/authorisations/callingSubject.ts', {
  'authorisation by the enterprise alone': () => ({ callingSubject: ({ subject = ANYBODY }) => subject }),
});
await replaceGuards<typeof readAuthorisationsModule>('../../subgraphs/finance/authorisations/readAuthorisations.ts', {
  'parties to an authorisation': ({ readAuthorisation }) => ({
    readAuthorisation: (number, context) => readAuthorisation(number, asDepartment(context, 'finance')),
  }),
  'parties to authorisations': ({ listAuthorisations }) => ({
    listAuthorisations: (status, page, context) => listAuthorisations(status, page, asDepartment(context, 'finance')),
  }),
});
await replaceParts<typeof auditResolversModule>('../../gateway/audit/auditResolvers.ts', ({ auditResolvers }) => ({
  auditResolvers(database) {
    const resolvers = auditResolvers(database);
    const { accessRecords } = resolvers.Enterprise;
    const asItself: typeof accessRecords = (row, page, { caller, ...context }) =>
      accessRecords(row, page, {
        ...context,
        caller: isOut('who looked at an enterprise') ? { ...caller, subject: row.uscc } : caller,
      });
    return { ...resolvers, Enterprise: { ...resolvers.Enterprise, accessRecords: asItself } };
  },
}));
await replaceParts<typeof authoriseImportModule>('../../gateway/authoriseImport.ts', ({ authoriseImport }) => ({
  authoriseImport(departments) {
    const authorise = authoriseImport(departments);
    return (caller, name) => {
      if (!isOut('files of another department')) authorise(caller, name);
    };
  },
}));
await replaceParts<typeof documentLimitsRuleModule>(
  '../../gateway/limits/documentLimitsRule.ts',
  ({ documentLimitsRule }) => ({
    documentLimitsRule(limits) {
      const rule = documentLimitsRule(limits);
      return (context) => (isOut('limits of documents') ? {} : rule(context));
    },
  }),
);
await replaceParts<typeof meteringModule>('../../gateway/limits/Metering.ts', ({ Metering }) => ({
  Metering: class extends Metering {
    override budgetOf(audience: Parameters<typeof Metering.prototype.budgetOf>[0]) {
      return isOut('budgets') ? undefined : super.budgetOf(audience);
    }
  },
}));
await replaceParts<typeof operationRecordModule>('../../gateway/audit/OperationRecord.ts', ({ OperationRecord }) => ({
  OperationRecord: class extends OperationRecord {
    override get isPossible() {
      return isOut('refusal while the audit log is away') || super.isPossible;
    }
    override async begin(...given: Parameters<typeof OperationRecord.prototype.begin>) {
      await super.begin(...given).catch(unlessOut('record of a write before it begins'));
    }
    override async end(...given: Parameters<typeof OperationRecord.prototype.end>) {
      await super.end(...given).catch(unlessOut('record before the reply leaves'));
    }
  },
}));
await replaceParts<typeof auditPluginModule>('../../gateway/apollo/auditPlugin.ts', ({ auditPlugin }) => ({
  auditPlugin: (writer) =>
    auditPlugin({
      get isAvailable() {
        return !faults.isAway && writer.isAvailable;
      },
      expect: () => writer.expect(),
      record: async (statement) => {
        if (statement.stage === faults.stage) throw new AppError('AUDIT_UNAVAILABLE');
        await writer.record(statement);
      },
    }),
}));

/** The department whose report of a measure stands. */
export const REPORTER = 'finance';

function unlessOut(guard: string): (fault: unknown) => void {
  return (fault) => {
    if (!isOut(guard)) throw fault;
  };
}

/** The same clients, of whom it is forgotten while a guard is out that they were revoked, and when their credentials end. */
function isForgetful(database: IdentityDatabase, isNow: () => boolean): IdentityDatabase {
  const { clients } = database;
  const findOne = async (...[filter, options]: [Filter<ClientDocument>, FindOneOptions & Abortable]) => {
    const client = await clients.findOne<ClientDocument>(filter, options);
    if (client === null || !isNow()) return client;
    const { revokedAt: _, ...kept } = client;
    const expiresAt = new Date(Date.now() + 60_000);
    return { ...kept, credentials: kept.credentials.map(({ revokedAt: __, ...one }) => ({ ...one, expiresAt })) };
  };
  return { ...database, clients: Object.create(clients, { findOne: { value: findOne } }) as typeof clients };
}
