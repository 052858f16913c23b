/** How graphql-js begins its message on a variable, and the path inside it; a value between them has its quotes escaped. */
const VARIABLE = /^Variable "\$(\w{1,64})" got invalid value /;
const PATH = / at "(\w{1,64}(?:\.\w{1,64}|\[\d{1,4}\]){1,20})"; /;

/**
 * Finds where among the variables of an operation a value was refused; nothing of the value is in it.
 *
 * @param message - as graphql-js wrote it
 * @returns such as `usccs[3]` or `input.authorityUscc`; undefined where the message is not about a variable
 */
export function variablePlace(message: string): string | undefined {
  const name = VARIABLE.exec(message)?.[1];
  if (name === undefined) return undefined;
  const path = PATH.exec(message)?.[1];
  return path?.startsWith(name) === true ? path : name;
}
