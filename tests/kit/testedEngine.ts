import { DEFAULT_ENGINE, type GatewayEngine } from '../../src/config/env.ts';

/** The engine by which tests join departments: the product's default, or another by `GATEWAY_ENGINE=apollo npm test`. */
export const TESTED_ENGINE: GatewayEngine = process.env['GATEWAY_ENGINE'] === 'apollo' ? 'apollo' : DEFAULT_ENGINE;
