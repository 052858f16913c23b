/**
 * The environment for a program that this product starts: its own, with some variables set.
 *
 * @param changes - variables to add or replace, or to leave out where the value is `undefined`
 */
export function childEnvironment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
