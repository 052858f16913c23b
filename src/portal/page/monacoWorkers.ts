/** How the editor asks for its workers: by the label of a language, or another one for everything else. */
interface MonacoEnvironment {
  getWorker(moduleId: string, label: string): Worker;
}

/** Lets the editor start its workers from this server; it would otherwise run them in the page and stutter. */
export function provideWorkers(): void {
  const environment: MonacoEnvironment = {
    getWorker: (_moduleId, label) => new Worker(workerAddress(label), { name: label }),
  };
  Object.assign(globalThis, { MonacoEnvironment: environment });
}

function workerAddress(label: string): string {
  return label === 'json' || label === 'graphql' ? WORKERS[label] : WORKERS.editor;
}
