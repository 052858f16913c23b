import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { ApolloGraphQLObjectTypeExtensions } from '@apollo/subgraph/dist/schemaExtensions.js';
import { types } from 'node:util';
import { isEntity, isRoot } from '../policy/entity.ts';
import { ownFields, ownTypes } from '../policy/ownTypes.ts';

/** The part of a request's context that subjects are noted in. */
export interface SubjectContext {
  /** Codes of the enterprises that the answer tells about; absent where nobody has to know. */
  readonly subjects?: Set<string> | undefined;
}

type Field = GraphQLField<unknown, SubjectContext>;
type Resolver = GraphQLFieldResolver<unknown, SubjectContext>;
type Extensions = ApolloGraphQLObjectTypeExtensions<unknown, SubjectContext>;
type Row = Readonly<Record<string, unknown>>;

/** As it is stored and as arguments have it, checked there. */
const USCC = /^[0-9A-Z]{18}$/;
const ENTERPRISE = 'Enterprise';
/** What lies behind one of these may be about another enterprise than what it stands in: a fact may have been moved to another since. */
const LEADS_ON: ReadonlySet<string> = new Set([ENTERPRISE, 'CreditFact']);
/** Under which arguments and rows name the enterprise that they are about; other codes, as of authorities, are no subjects. */
const SUBJECT_NAMES = ['uscc', 'usccs', 'subjectUscc'] as const;
/**
 * Parts of rows that name the enterprise in the row's stead: `document` of a place on a list, `content` of a change in the feed, `report`
 * where one is verified.
 */
const PARTS = ['enterprise', 'subject', 'document', 'content', 'report'] as const;

/**
 * Has a department note which enterprises its answers tell about, for the audit log.
 *
 * Whatever an answer tells of an enterprise is entered in one of four ways, and each of them is watched: by a root field, whose arguments
 * and rows name it; by a reference of another department; outside of an enterprise by a list, or by a field that leads to an enterprise or to
 * a fact. What lies behind them is about the same enterprise. So the cost is one look at the rows of these fields, and none for callers who
 * are not audited.
 *
 * @param schema - as built, before guards stand in front of it, so that what was refused is not noted; changed in place
 * @returns the same schema
 */
export function noteSubjects(schema: GraphQLSchema): GraphQLSchema {
  for (const type of ownTypes(schema).filter(isObjectType)) {
    const isWatched = isRoot(schema, type);
    for (const field of ownFields(type) as Field[]) {
      if (isWatched || (type.name !== ENTERPRISE && leadsOn(field))) watchField(field);
    }
    if (isEntity(type)) watchReference(type);
  }
  return schema;
}

function leadsOn(field: Field): boolean {
  const { name } = getNamedType(field.type);
  return LEADS_ON.has(name) || name.endsWith('Connection');
}

function watchField(field: Field): void {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  const returned = getNamedType(field.type).name;
  field.resolve = (source, args: Row, context, info) => {
    const { subjects } = context;
    if (subjects === undefined) return resolve(source, args, context, info);
    noteArguments(subjects, args);
    return noted(subjects, resolve(source, args, context, info), returned);
  };
}

function watchReference(type: GraphQLObjectType): void {
  const extensions: Extensions = type.extensions;
  const resolveReference = extensions.apollo?.subgraph?.resolveReference;
  if (resolveReference === undefined) return;
  const watched: typeof resolveReference = (reference, context, info) => {
    const { subjects } = context;
    if (subjects === undefined) return resolveReference(reference, context, info) as unknown;
    note(subjects, (reference as Row)['uscc']);
    return noted(subjects, resolveReference(reference, context, info), type.name);
  };
  type.extensions = {
    ...extensions,
    apollo: { ...extensions.apollo, subgraph: { ...extensions.apollo?.subgraph, resolveReference: watched } },
  };
}

function noteArguments(subjects: Set<string>, args: Row): void {
  for (const name of SUBJECT_NAMES) note(subjects, args[name]);
  for (const part of [args['input'], args['filter']]) {
    if (isRow(part)) for (const name of SUBJECT_NAMES) note(subjects, part[name]);
  }
}

function noted(subjects: Set<string>, result: unknown, type: string): unknown {
  if (types.isPromise(result)) {
    return result.then((value: unknown) => {
      noteRows(subjects, value, type);
      return value;
    });
  }
  noteRows(subjects, result, type);
  return result;
}

function noteRows(subjects: Set<string>, value: unknown, type: string): void {
  if (Array.isArray(value)) for (const item of value) void noted(subjects, item, type);
  else if (isRow(value)) noteRow(subjects, value, type);
}

function noteRow(subjects: Set<string>, row: Row, type: string): void {
  const { nodes } = row;
  if (Array.isArray(nodes)) {
    for (const node of nodes) if (isRow(node)) noteRow(subjects, node, type);
    return;
  }
  note(subjects, row['subjectUscc'] ?? row['uscc']);
  // A registration is stored under the code itself.
  if (type.startsWith(ENTERPRISE)) note(subjects, row['_id']);
  for (const name of PARTS) {
    const part = row[name];
    if (isRow(part)) noteRow(subjects, part, name);
  }
}

function note(subjects: Set<string>, code: unknown): void {
  if (typeof code === 'string' && USCC.test(code)) subjects.add(code);
  else if (Array.isArray(code)) for (const one of code) note(subjects, one);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
