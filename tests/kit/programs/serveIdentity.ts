import { stopOnSignals } from '../../../gateway/stopOnSignals.ts';
import { pino } from 'pino';
import { startIdentityGateway } from '../startIdentityGateway.ts';

const { MONGODB_URI = '', DATABASE_PREFIX = '', DATA_DIR = '' } = process.env;
const gateway = await startIdentityGateway({ MONGODB_URI, DATABASE_PREFIX, DATA_DIR });
stopOnSignals(gateway.stop, pino({ level: 'silent' }));
process.stdout.write(`${gateway.url}\n`);
