import { isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType, type GraphQLInputType } from 'graphql';

/** A variable as the document declares it and as the request sends it. */
interface Variable {
  readonly declaration: string;
  readonly sent: unknown;
}

/** Writes random arguments of a document and gathers its variables. */
export class Inputs {
  readonly #variables = new Map<string, Variable>();
  #state: number;

  /**
   * @param seed - decides every value
   */
  constructor(seed: number) {
    this.#state = seed + 1;
  }

  /** The variables as they are sent; those left to their defaults are missing. */
  get sent(): Record<string, unknown> {
    const sent = [...this.#variables].map(([name, { sent: value }]) => [name, value] as const);
    return Object.fromEntries(sent.filter(([, value]) => value !== undefined));
  }

  /**
   * The declarations of the variables that a text uses, as an operation carries them.
   *
   * @param text - selections of the operation, and the fragments that it spreads
   */
  declarationsIn(text: string): string {
    const used = [...this.#variables].filter(([name]) => new RegExp(`\\$${name}\\b`).test(text));
    return used.length > 0 ? `(${used.map(([, { declaration }]) => declaration).join(', ')})` : '';
  }

  /**
   * Decides what comes next.
   *
   * @param of - how many choices there are
   */
  choose(of: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.#state >>> 8) % of;
  }

  /**
   * Writes the value of an argument: a literal, a variable, or nothing where it may be left out.
   *
   * @param type - of the argument
   * @param hasDefault - whether it has a default
   */
  argument(type: GraphQLInputType, hasDefault: boolean): string | undefined {
    const isOptional = !isNonNullType(type) || hasDefault;
    if (isOptional && this.choose(4) === 0) return undefined;
    return this.choose(3) > 0 ? this.#literal(type, true) : this.#variable(type);
  }

  /** Writes a condition of `@skip` or `@include`: a literal or a variable, of which there are few. */
  condition(): string {
    const which = this.choose(8);
    if (which > 3) return which % 2 === 0 ? 'true' : 'false';
    const name = `if${which}`;
    const byDefault = which === 3 ? ` = ${this.choose(2) === 0 ? 'true' : 'false'}` : '';
    const known = this.#variables.get(name);
    if (!known) {
      const sent = which === 3 && this.choose(2) === 0 ? undefined : this.choose(2) === 0;
      this.#variables.set(name, { declaration: `$${name}: Boolean!${byDefault}`, sent });
    }
    return `$${name}`;
  }

  #variable(type: GraphQLInputType): string {
    const name = `v${this.#variables.size}`;
    const byDefault = this.choose(3) === 0 ? ` = ${this.#literal(type, false)}` : '';
    const mayMiss = byDefault !== '' || !isNonNullType(type);
    const sent = mayMiss && this.choose(2) === 0 ? undefined : this.#value(type);
    this.#variables.set(name, { declaration: `$${name}: ${type.toString()}${byDefault}`, sent });
    return `$${name}`;
  }

  /** A literal; variables stand in it only where an operation can give them, which is not in a default. */
  #literal(type: GraphQLInputType, mayVary: boolean): string {
    if (isNonNullType(type)) return this.#literalOf(type.ofType, mayVary);
    return this.choose(9) === 0 ? 'null' : this.#literalOf(type, mayVary);
  }

  #literalOf(type: GraphQLInputType, mayVary: boolean): string {
    const inner = (of: GraphQLInputType) =>
      mayVary && this.choose(6) === 0 ? this.#variable(of) : this.#literal(of, mayVary);
    if (isListType(type)) {
      const items = Array.from({ length: this.choose(3) }, () => inner(type.ofType));
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isRequired(field) || this.choose(2) === 0);
      return `{${fields.map((field) => `${field.name}: ${inner(field.type)}`).join(', ')}}`;
    }
    if (isEnumType(type)) return this.#one(type.getValues().map(({ name }) => name));
    return JSON.stringify(this.#scalar(isScalarType(type) ? type.name : 'String'));
  }

  #value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#valueOf(type.ofType);
    return this.choose(8) === 0 ? null : this.#valueOf(type);
  }

  #valueOf(type: GraphQLInputType): unknown {
    if (isListType(type)) return Array.from({ length: this.choose(3) }, () => this.#value(type.ofType));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isRequired(field) || this.choose(2) === 0);
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type)]));
    }
    if (isEnumType(type)) return this.#one(type.getValues().map(({ name }) => name));
    return this.#scalar(isScalarType(type) ? type.name : 'String');
  }

  #scalar(name: string): unknown {
    if (name === 'Int') return this.choose(5);
    if (name === 'Float') return this.choose(5) + 0.5;
    if (name === 'Boolean') return this.choose(2) === 0;
    return `${name.toLowerCase()} "${this.choose(5)}"`;
  }

  #one(names: readonly string[]): string {
    return names[this.choose(names.length)] ?? '';
  }
}

function isRequired({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
