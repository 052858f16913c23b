import { cityAudit } from '../../../gateway/cityAudit.ts';
import { cityIdentity } from '../../../gateway/cityIdentity.ts';
import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { startGateway } from '../../../gateway/startGateway.ts';
import { UNLIMITED } from '../../../src/config/budgets.ts';
import { loadConfig } from '../../../src/config/env.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import type { Identify } from '../../../src/identity/identifyCaller.ts';
import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { openIdentityDatabase } from '../../../src/identity/clients/IdentityDatabase.ts';
import { addCredential, createClient } from '../../../src/identity/clients/manageClients.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { giveAuthorisations } from '../oversight/giveAuthorisations.ts';
import { FACT_TYPE, PURPOSE, QUERIER, type OversightStart } from '../oversight/OversightStart.ts';
import { answerParent } from '../process/answerParent.ts';

// The product's gateway with what is named switched on, for one credit agency. Without access, everybody is that agency unasked, and has
// what the enterprise whose code stands in place of a key may have authorised.
const { overseen } = JSON.parse(process.env['OVERSIGHT'] ?? '{}') as OversightStart;
const config = loadConfig();
const logger = createLogger(config);
const uri = config.mongodbUri ?? '';
const departments = await loadDepartments();
const connected = await connectDepartments(departments, config, uri);
const identity = await cityIdentity(config, uri, departments);
const connection = await openConnection(uri);
const clients = await openIdentityDatabase(connection, config.databasePrefix);
const now = new Date();
const wish = { name: 'bench', audience: 'AGENCY', organisation: QUERIER, scopes: [], createdBy: 'bench' } as const;
const id = await createClient(clients, wish, now);
const key = await addCredential(clients, id, 'KEY', { now, ttlMs: 86_400_000 });
const agency: Caller = { audience: 'AGENCY', client: id, operator: 'bench', organisation: QUERIER, scopes: new Set() };
const unasked: Identify = async (_authorization, subject = '') =>
  Promise.resolve({ ...agency, purpose: PURPOSE, authorisation: { number: '', subject, factTypes: [FACT_TYPE] } });
const audit = overseen.includes('audit') ? await cityAudit(config, uri, logger) : undefined;
const metering = { budgets: { ...UNLIMITED, AGENCY: { capacity: 1e9, leakPerSecond: 1e8 } }, trustedProxies: 0 };
const gateway = await startGateway({
  subgraphs: connected.subgraphs,
  identify: overseen.includes('access') ? identity.identify : unasked,
  ready: () => connected.ready(),
  logger,
  port: 0,
  host: '127.0.0.1',
  engine: config.gatewayEngine,
  ...(audit === undefined ? {} : { audit }),
  ...(overseen.includes('cost') ? { metering } : {}),
});

/** Has enterprises authorise the agency; numbers by code. */
const authorise = async ({ usccs }: { readonly usccs: readonly string[] }) =>
  giveAuthorisations(gateway.askGraph, usccs);

answerParent({ authorise }, { url: `${gateway.url}/agency`, key: key?.text ?? '' }, async () => {
  await gateway.stop();
  await audit?.close();
  await identity.close();
  await connection.close();
  await connected.close();
});
