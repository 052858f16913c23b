import type { GraphQLRequestContext } from '@apollo/server';
import { OperationTypeNode, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { AuditedOperation, AuditStage, AuditStatement, AuditWriter } from '../../src/audit/AuditRecord.ts';
import { maskValues } from '../errors/maskValues.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { GATEWAY } from '../limits/gatewaySubgraph.ts';
import { codeOf } from './failureCode.ts';
import { auditedCaller, isCredentialed, isService } from './auditedCaller.ts';
import { operationFields } from './operationFields.ts';
import { requestName } from './requestName.ts';

type Operation = GraphQLRequestContext<GatewayContext>;

/** What is asked by documents that are asked again and again; they are read once. */
export type KnownOperations = WeakMap<DocumentNode, Map<string, AuditedOperation>>;

const KINDS: Readonly<Record<OperationTypeNode, AuditedOperation['kind']>> = {
  [OperationTypeNode.QUERY]: 'QUERY',
  [OperationTypeNode.MUTATION]: 'MUTATION',
  [OperationTypeNode.SUBSCRIPTION]: 'SUBSCRIPTION',
};

/** Door of what the product asks itself in a caller's name. */
const INSIDE = 'inside';

/** The records of one operation on its way through the gateway. */
export class OperationRecord {
  readonly #writer: AuditWriter;
  readonly #known: KnownOperations;
  /** Operations that were announced to the log, with what takes that back. */
  readonly #announced = new WeakMap<GatewayContext['request'], () => void>();

  /**
   * @param writer - the log
   * @param known - what is remembered of documents
   */
  constructor(writer: AuditWriter, known: KnownOperations) {
    this.#writer = writer;
    this.#known = known;
  }

  /**
   * Tells whether an operation must be recorded: one with credentials, and every write. What the product's software only reads
   * for itself is nobody's look-up; what the gateway writes for an operation, the use of an authorisation, stands in the record of that
   * operation.
   *
   * @param operation - as far as it is known
   */
  isDue({ contextValue, operation }: Operation): boolean {
    const { caller } = contextValue.request;
    const isOwn = isService(caller);
    if (operation?.operation === OperationTypeNode.MUTATION) return !isOwn || caller.department !== GATEWAY;
    return isCredentialed(caller) && !isOwn;
  }

  /** Whether it can be recorded, as far as is known. */
  get isPossible(): boolean {
    return this.#writer.isAvailable;
  }

  /**
   * Announces that an operation will be recorded.
   *
   * @param operation - that is due
   */
  announce({ contextValue: { request } }: Operation): void {
    this.#announced.set(request, this.#writer.expect());
  }

  /**
   * Takes that back, where it was announced.
   *
   * @param operation - that ends, whatever came of it
   */
  leave({ contextValue: { request } }: Operation): void {
    this.#announced.get(request)?.();
  }

  /**
   * Records that a write begins.
   *
   * @param operation - validated
   * @throws AppError AUDIT_UNAVAILABLE
   */
  async begin(operation: Operation): Promise<void> {
    await this.#writer.record(this.#statement(operation, 'BEGUN', []));
  }

  /**
   * Records how an operation ended.
   *
   * @param operation - answered
   * @param errors - of the answer, with the codes that the caller reads
   * @throws AppError AUDIT_UNAVAILABLE
   */
  async end(operation: Operation, errors: readonly GraphQLFormattedError[]): Promise<void> {
    this.leave(operation);
    const codes = new Set(errors.map(({ extensions }) => codeOf(extensions)));
    await this.#writer.record(this.#statement(operation, 'ENDED', [...codes]));
  }

  #statement(operation: Operation, stage: AuditStage, codes: readonly string[]): AuditStatement {
    const { request, identity, door = INSIDE } = operation.contextValue;
    const { caller, requestId, subjects } = request;
    return {
      ...{ request: requestName(requestId), door, stage, caller: auditedCaller(identity ?? caller) },
      ...{ purpose: caller.purpose, authorisation: caller.authorisation?.number },
      operation: this.#operation(operation),
      ...{ subjects: [...(subjects ?? [])], codes },
    };
  }

  #operation(asked: Operation): AuditedOperation {
    const { schema, document, operation, queryHash } = asked;
    const hash = queryHash === undefined ? {} : { hash: queryHash };
    if (document === undefined || operation == null) return { kind: 'UNREADABLE', ...hash, coordinates: [] };
    const named = operation.name?.value ?? '';
    const ofDocument = this.#known.get(document) ?? new Map<string, AuditedOperation>();
    this.#known.set(document, ofDocument);
    const known = ofDocument.get(named);
    if (known !== undefined) return known;
    const read: AuditedOperation = {
      kind: KINDS[operation.operation],
      // A name is the caller's own text, and may hold a person's number.
      ...(named === '' ? {} : { name: maskValues(named) }),
      ...hash,
      coordinates: operationFields(schema, document, operation),
    };
    ofDocument.set(named, read);
    return read;
  }
}
