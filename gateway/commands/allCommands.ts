import type { Command } from 'commander';

/** All commands by their names. Each, with what it needs, is loaded when it is asked for; all of them, to tell what there is. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    start: async () => (await import('./startCommand.ts')).startCommand(),
    subgraph: async () => (await import('./subgraphCommand.ts')).subgraphCommand(),
    gateway: async () => (await import('./gatewayCommand.ts')).gatewayCommand(),
    import: async () => (await import('./importCommand.ts')).importCommand(),
    quarantine: async () => (await import('./quarantineCommand.ts')).quarantineCommand(),
    unlinked: async () => (await import('./unlinkedCommand.ts')).unlinkedCommand(),
    link: async () => (await import('./linkCommand.ts')).linkCommand(),
    match: async () => (await import('./matchCommand.ts')).matchCommand(),
    ledger: async () => (await import('./ledgerCommand.ts')).ledgerCommand(),
    audit: async () => (await import('./auditCommand.ts')).auditCommand(),
    search: async () => (await import('./searchCommand.ts')).searchCommand(),
    template: async () => (await import('./templateCommand.ts')).templateCommand(),
    dictionary: async () => (await import('./dictionaryCommand.ts')).dictionaryCommand(),
    sample: async () => (await import('./sampleCommand.ts')).sampleCommand(),
    token: async () => (await import('./tokenCommand.ts')).tokenCommand(),
    clients: async () => (await import('./clientsCommand.ts')).clientsCommand(),
    migrate: async () => (await import('./migrateCommand.ts')).migrateCommand(),
    keys: async () => (await import('./keysCommand.ts')).keysCommand(),
    compose: async () => (await import('./composeCommand.ts')).composeCommand(),
  }),
);
