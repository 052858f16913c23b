import { join } from 'node:path';
import { projectRoot } from '../config/projectRoot.ts';
import { buildPortal } from './buildPortal.ts';

await buildPortal(join(projectRoot(), 'dist', 'portal'));
