import type { Command } from 'commander';

/**
 * Runs a command as the command line does, in this process.
 *
 * @param command - made anew for each run
 * @param words - what stands behind its name
 * @param environment - variables of the run; set back afterwards
 * @returns what it wrote to standard output
 * @throws whatever the command fails with
 */
export async function runCommand(
  command: Command,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);
  const output = captureOutput();
  Object.assign(process.env, environment);
  try {
    await command.exitOverride().parseAsync([...words], { from: 'user' });
  } finally {
    output.release();
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
  return output.text();
}

function captureOutput(): { readonly text: () => string; readonly release: () => void } {
  const { stdout } = process;
  const chunks: (string | Uint8Array)[] = [];
  const write = (chunk: string | Uint8Array, callback?: (error?: Error) => void): boolean => {
    chunks.push(chunk);
    callback?.();
    return true;
  };
  const original = Object.getOwnPropertyDescriptor(stdout, 'write');
  Object.defineProperty(stdout, 'write', { value: write, configurable: true, writable: true });
  return {
    text: () => Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString(),
    release() {
      if (original === undefined) Reflect.deleteProperty(stdout, 'write');
      else Object.defineProperty(stdout, 'write', original);
    },
  };
}
