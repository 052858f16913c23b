/** Shape of a type around its named type: whether each level is non-null, from the named type outwards to the lists. */
export type NonNull = readonly boolean[];

/** An argument or a field of an input object. */
export interface Input {
  readonly name: string;
  readonly base: string;
  readonly nonNull: NonNull;
  /** The default as SDL, absent where there is none. */
  readonly byDefault?: string;
  readonly inaccessible?: boolean;
}

/** One field of a `@requires` field set. */
export interface Required {
  readonly name: string;
  /** Arguments by name, as JSON values. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Fields of the value type behind it; empty for leaves. */
  readonly nested: readonly string[];
}

/** A field of the joined graph, with the subgraphs that know it. */
export interface Field {
  readonly name: string;
  readonly base: string;
  readonly nonNull: NonNull;
  readonly args: readonly Input[];
  /** Subgraphs that resolve it; more than one means `@shareable`. */
  readonly holders: readonly number[];
  /** The subgraph among several holders that declares it nullable although its values are not. */
  readonly loosenedIn?: number;
  /** The subgraph from which the only holder took it over. */
  readonly overriddenFrom?: number;
  readonly requires: readonly Required[];
  /** Leaves of the entity behind it that the holder answers on this way only. */
  readonly provides: readonly string[];
  readonly inaccessible: boolean;
}

/** A key of an entity: its field set and the fields that it names. */
export interface Key {
  readonly text: string;
  readonly fields: readonly string[];
}

/** An object type: an entity where it has keys, a shareable value otherwise; also `Query` and `Mutation`. */
export interface ObjectType {
  readonly name: string;
  readonly kind: 'entity' | 'value' | 'root';
  readonly keys: readonly Key[];
  readonly fields: readonly Field[];
  /** The subgraph that knows every key of an entity, so that all others can be reached through it. */
  readonly owner?: number;
  /** Key fields that are inaccessible. */
  readonly hidden: readonly string[];
  readonly inaccessible: boolean;
}

/** An interface, perhaps one that another subgraph extends as an object. */
export interface Face {
  readonly name: string;
  readonly members: readonly string[];
  /** Whether its members are entities; their key `id` is a field of the interface then. */
  readonly ofEntities: boolean;
  /** Its own fields, which every member has. */
  readonly fields: readonly string[];
  /** The subgraph whose members all hold the fields. */
  readonly home: number;
  /** The subgraph that declares it `@interfaceObject`, and what this adds to every member. */
  readonly object?: { readonly subgraph: number; readonly fields: readonly Field[] };
}

/** A named list of members or values. */
export interface Names {
  readonly name: string;
  readonly names: readonly string[];
}

/** An enum; some of its values may be inaccessible. */
export interface EnumType extends Names {
  readonly inaccessible: readonly string[];
}

/** An input object. */
export interface InputType {
  readonly name: string;
  readonly fields: readonly Input[];
}

/** How a subgraph knows an entity. */
export interface Presence {
  /** Indexes among the entity's keys. */
  readonly keys: readonly number[];
  readonly resolvable: boolean;
}

/** What one subgraph declares. */
export interface View {
  /** Every type that it names, scalars left out. */
  readonly types: ReadonlySet<string>;
  readonly entities: ReadonlyMap<string, Presence>;
  /** Coordinates `Type.field` that it declares `@external`. */
  readonly external: ReadonlySet<string>;
}

/** A random graph over several subgraphs, without its data: values follow from a hash of where they stand. */
export interface World {
  readonly subgraphs: readonly string[];
  readonly objects: ReadonlyMap<string, ObjectType>;
  readonly faces: ReadonlyMap<string, Face>;
  readonly unions: ReadonlyMap<string, Names>;
  readonly enums: ReadonlyMap<string, EnumType>;
  readonly inputs: ReadonlyMap<string, InputType>;
  readonly views: readonly View[];
}
