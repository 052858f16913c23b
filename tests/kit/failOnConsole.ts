const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** What a test wrote; told afterwards, since an error thrown at the call could be swallowed by the code under test. */
const written: string[] = [];

for (const method of METHODS) {
  // eslint-disable-next-line no-console -- it is replaced, not used
  console[method] = (...values: unknown[]) => {
    written.push(`console.${method}: ${values.map(String).join(' ')}`);
  };
}

afterEach(() => {
  const lines = written.splice(0);
  if (lines.length > 0) throw new Error(`The test wrote to the console:\n${lines.join('\n')}`);
});
