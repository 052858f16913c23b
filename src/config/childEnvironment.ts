/**
 * The environment for a program that this product starts: its own, with some variables set.
 *
 * @param changes - variables to add or replace
 */
export function childEnvironment(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
