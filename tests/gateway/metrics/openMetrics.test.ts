import { openMetrics } from '../../../gateway/metrics/openMetrics.ts';
import { freePort } from '../../kit/freePort.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { startTestCity, type TestCity } from '../../kit/startTestCity.ts';

/** Number of an identity card, valid and of nobody. */
const PLANTED = '110101199003074477';

describe('openMetrics', () => {
  let city: TestCity;
  let url: string;
  const figures = async (): Promise<string> => {
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    return response.text();
  };

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/metrics`;
    city = await startTestCity({ settings: { METRICS_PORT: String(port), GATEWAY_ENGINE: 'own' }, sampleOf: 5 });
  });
  afterAll(() => city.stop());

  it('tells latency by door, field and department, errors by code, and rows that came in', async () => {
    await city.ask('{ enterprises(first: 1) { nodes { uscc } } }');
    await city.ask('query Q { enterprises(first: 1000) { nodes { uscc } } }');
    await city.ask('{ nothing }');
    const csv =
      'name,uscc,established_on,province,city\n示例甲有限公司,91350100M000100Y43,2020-01-02,福建省,福州市\n示例乙有限公司,91350100,2020-01-02,福建省,福州市\n';
    expect((await city.send('/imports/registry.enterprises?name=a.csv', csv, 'registry')).status).toBe(200);
    const text = await figures();
    expect(text).toMatch(/^credit_graph_operation_seconds_count\{door="\/open\/graphql",field="enterprises"\} [12]$/m);
    expect(text).toMatch(/^credit_graph_operation_seconds_count\{door="\/open\/graphql",field="refused"\} [12]$/m);
    expect(text).toContain('credit_graph_errors_total{door="/open/graphql",code="GRAPHQL_VALIDATION_FAILED"} 1\n');
    expect(text).toMatch(
      /^credit_graph_department_seconds_count\{department="registry",outcome="answered"\} [1-9]\d*$/m,
    );
    expect(text).toContain('credit_graph_import_rows_total{collection="registry.enterprises",outcome="quarantined"} 1');
    expect(text).toMatch(/^credit_graph_plans\{figure="misses"\} [1-9]/m);
  });

  it('tells nothing that callers send', async () => {
    await city.ask(`query N${PLANTED} { a${PLANTED}: enterprise(uscc: "${PLANTED}") { uscc } }`);
    await city.ask(`{ f${PLANTED}(a: 1) }`);
    await city.send(`/imports/registry.${PLANTED}?name=${PLANTED}.csv`, `${PLANTED}\n`, 'registry');
    expect(await figures()).not.toContain(PLANTED);
  });

  it('is at no port of the API, and nowhere unless it was asked for', async () => {
    expect((await fetch(`${city.url}/metrics`)).status).toBe(404);
    expect(await openMetrics({ metricsPort: undefined, metricsHost: '127.0.0.1' }, silent)).toBeUndefined();
  });
});
