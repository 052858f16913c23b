import { Metrics, type MeasuredBreaker } from '../../../src/telemetry/Metrics.ts';

describe('Metrics', () => {
  it('tells at each reading how ways to departments are, and how plans were found', async () => {
    const metrics = new Metrics();
    const breakers = new Map<string, MeasuredBreaker>([
      ['registry', 'closed'],
      ['credit', 'open'],
    ]);
    metrics.watchBreakers(() => breakers);
    metrics.watchPlans(() => ({ size: 3, hits: 40, misses: 3 }));
    const before = await metrics.text();
    expect(before).toContain('credit_graph_breaker_open{department="registry"} 0\n');
    expect(before).toContain('credit_graph_breaker_open{department="credit"} 1\n');
    expect(before).toContain('credit_graph_plans{figure="hits"} 40\n');
    breakers.set('credit', 'half-open');
    expect(await metrics.text()).toContain('credit_graph_breaker_open{department="credit"} 0.5\n');
  });

  it('tells how busy the process is', async () => {
    const text = await new Metrics().text();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('keeps the figures of two processes in one apart, as tests have them', async () => {
    const [one, other] = [new Metrics(), new Metrics()];
    one.fetch({ department: 'registry', ms: 20, failed: false });
    expect(await one.text()).toContain(
      'credit_graph_department_seconds_bucket{le="0.025",department="registry",outcome="answered"} 1',
    );
    expect(await other.text()).not.toContain('department="registry"');
  });
});
