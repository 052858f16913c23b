import { startToyGateway } from '../../kit/startToyGateway.ts';

describe('the GraphQL server', () => {
  for (const mode of ['production', 'development', 'test', undefined]) {
    it(`lets no stack trace out when NODE_ENV is ${mode ?? 'absent'}`, async () => {
      const before = process.env['NODE_ENV'];
      if (mode === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = mode;
      const gateway = await startToyGateway();
      const replies = await Promise.all([
        gateway.ask('{ broken enterprises(first: 1) { secret } }'),
        gateway.ask('{ nope'),
        gateway.ask('{ nope }'),
        gateway.ask('{ __schema { queryType { name } } }'),
      ]);
      await gateway.stop();
      process.env['NODE_ENV'] = before;
      for (const { text } of replies) expect(text).not.toMatch(/stacktrace|exception|node_modules|\bat .+:\d+/);
      expect(replies[3].body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    });
  }

  it('reports nothing to its vendor although the environment holds a key', async () => {
    process.env['APOLLO_KEY'] = 'service:graph:key';
    process.env['APOLLO_GRAPH_REF'] = 'graph@current';
    process.env['APOLLO_SCHEMA_REPORTING'] = 'true';
    const gateway = await startToyGateway();
    const reply = await gateway.ask('{ taxYears }');
    await gateway.stop();
    delete process.env['APOLLO_KEY'];
    delete process.env['APOLLO_GRAPH_REF'];
    delete process.env['APOLLO_SCHEMA_REPORTING'];
    expect(reply.body).toEqual({ data: { taxYears: [2024, 2025] } });
    expect(gateway.log.filter(({ msg }) => /report/i.test(String(msg)))).toEqual([]);
  });

  it('knows no persisted queries, and says so as clients expect', async () => {
    const gateway = await startToyGateway();
    const reply = await gateway.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    });
    await gateway.stop();
    expect(reply.body.errors).toEqual([
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ]);
  });

  it('refuses a document of more tokens than it reads, before nesting could exhaust the stack', async () => {
    const gateway = await startToyGateway();
    const reply = await gateway.ask(`${'{a'.repeat(20_000)}${'}'.repeat(20_000)}`);
    await gateway.stop();
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
    expect(reply.body.errors?.[0]?.message).toContain('3000 tokens');
    expect(reply.text).not.toContain('call stack');
  });

  it('refuses a query that would visit the same fragments without end', async () => {
    const gateway = await startToyGateway();
    const fields = Array.from(
      { length: 24 },
      (_, n) => `fragment F${n} on Query { a${n}: __typename ...F${n + 1} ...F${n + 1} }`,
    );
    const reply = await gateway.ask(`{ ...F0 } ${fields.join(' ')} fragment F24 on Query { __typename }`);
    await gateway.stop();
    expect(reply.body.data).toBeUndefined();
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});
