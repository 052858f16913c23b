import { types } from 'node:util';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { GatewayError } from '../errors/GatewayError.ts';
import { Availability } from './Availability.ts';
import { fetchedFields, type FetchPath } from './fetchedFields.ts';
import type { DepartmentAnswer } from './Transport.ts';

/** Whose failures are named. */
export interface DepartmentName {
  /** As the supergraph spells it. */
  readonly name: string;
  /** The department's Chinese title, or its name where it has none. */
  readonly title: string;
}

/** What a department answered, as it is: of errors that were thrown in this process the fault underneath is known. */
export interface RawAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[] | undefined;
}

/**
 * Gives every error of one department its name and title beside its code, whatever the department is reached by.
 *
 * A department that does not answer at all yields one error per field that it was asked for, and costs nothing but these
 * fields.
 */
export class DepartmentErrors {
  readonly #department: DepartmentName;
  readonly #availability: Availability;

  /**
   * @param department - whose errors are named
   * @param logger - where the beginning and the end of a failure are written
   */
  constructor(department: DepartmentName, logger: Logger) {
    this.#department = department;
    this.#availability = new Availability(department.name, logger);
  }

  /** Since when the department has not answered; undefined as long as it does. */
  get failingSince(): Date | undefined {
    return this.#availability.failingSince;
  }

  /**
   * Names the errors of an answer, and notes that the department gave one.
   *
   * @param answer - what the department said
   * @param document - what it was asked
   */
  named({ data = null, errors }: RawAnswer, document: DocumentNode): DepartmentAnswer {
    if (errors === undefined || errors.length === 0) {
      this.#availability.answered();
      return { data };
    }
    const [firstField = []] = fetchedFields(document);
    if (!errors.some((error) => Availability.isConnectionFault(faultOf(error)))) this.#availability.answered();
    return {
      data,
      errors: errors.flatMap((error) => {
        const path = error.path ?? firstField;
        const fault = faultOf(error);
        return Availability.isConnectionFault(fault) ? this.#missing([path], fault) : this.#owned(error, path);
      }),
    };
  }

  /**
   * The answer of a department that gives none: an error for each field that it was asked for.
   *
   * @param document - what it was asked
   * @param fault - why there is no answer
   */
  unanswered(document: DocumentNode, fault: unknown): DepartmentAnswer {
    return { data: null, errors: this.#missing(fetchedFields(document), fault) };
  }

  #owned(error: GraphQLError | GraphQLFormattedError, path: FetchPath): GraphQLError {
    const { name: service, title: owner } = this.#department;
    const code = error.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR';
    // What a department lacks of another one is the other's failure.
    const isOthers = code === 'DEPARTMENT_UNAVAILABLE' && error.extensions?.['service'] !== undefined;
    return new GraphQLError(error.message, {
      path,
      originalError: faultOf(error),
      extensions: { ...error.extensions, code, ...(isOthers ? {} : { service, owner }) },
    });
  }

  #missing(paths: readonly FetchPath[], fault: unknown): readonly GraphQLError[] {
    const since = this.#availability.failed(fault).toISOString();
    const { name: service, title: owner } = this.#department;
    const extensions = { service, owner, since };
    return paths.map((path) => new GatewayError('DEPARTMENT_UNAVAILABLE', {}, { path, cause: fault, extensions }));
  }
}

/** An error that came over the network has no fault underneath. */
function faultOf(error: GraphQLError | GraphQLFormattedError): Error | undefined {
  const fault = 'originalError' in error ? error.originalError : undefined;
  return types.isNativeError(fault) ? fault : undefined;
}
