import type { ApolloServer } from '@apollo/server';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { createApolloServer, type ApolloServerSettings } from '../apollo/createApolloServer.ts';
import { adoptScalars } from '../engine/adoptScalars.ts';
import type { Engine } from '../engine/Engine.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import type { Contracts } from './composeContracts.ts';
import { DOORS, type Door } from './Door.ts';
import { shareEngine } from './shareEngine.ts';

/** A door with what answers behind it. */
export interface OpenDoor {
  readonly door: Door;
  readonly apollo: ApolloServer<GatewayContext>;
}

/** The doors of a graph, and the way in that is none of them. */
export interface OpenDoors {
  readonly doors: readonly OpenDoor[];
  /** The whole graph, for the product's own questions. */
  readonly inner: ApolloServer<GatewayContext>;
  stop(): Promise<void>;
}

/** What doors are opened with. */
export interface DoorSettings extends ApolloServerSettings {
  /** What exists at each door. */
  readonly contracts: Contracts;
  /** Schemas of the departments, whose scalars those of the doors behave like. */
  readonly schemas: readonly GraphQLSchema[];
}

/**
 * Opens all doors of a graph before one engine.
 *
 * @param engine - not loaded yet; stopped with the doors
 * @param settings - what exists where, and what all servers share
 */
export async function openDoors(
  engine: Pick<Engine, 'gateway'>,
  { contracts, schemas, ...settings }: DoorSettings,
): Promise<OpenDoors> {
  const shared = shareEngine(engine);
  const schemaOf = (sdl: string): GraphQLSchema => {
    const schema = buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
    adoptScalars(schema, schemas);
    return schema;
  };
  const doors = DOORS.map((door) => ({
    door,
    apollo: createApolloServer({ gateway: shared.seam(schemaOf(contracts[door.audience])) }, settings),
  }));
  const inner = createApolloServer({ gateway: shared.seam() }, settings);
  const servers = [inner, ...doors.map(({ apollo }) => apollo)];
  for (const server of servers) await server.start();
  return {
    doors,
    inner,
    async stop() {
      for (const server of servers) await server.stop();
      await shared.stop();
    },
  };
}
