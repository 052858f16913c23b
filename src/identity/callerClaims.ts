import { z } from 'zod';
import { AUDIENCES, type Caller } from './Caller.ts';
import { PURPOSES, type Purpose } from './Purpose.ts';

/** Text where there is some; what is absent stays absent on the way. */
const text = z.string().exactOptional();

const names = z.array(z.string()).readonly();

/** A set travels as a list. */
const scopes = z.codec(
  z.array(z.string()),
  z.custom<ReadonlySet<string>>((value) => value instanceof Set),
  {
    decode: (list) => new Set(list),
    encode: (set) => [...set],
  },
);

/** Names every field of a caller: one that is left out here does not compile. */
const fields = {
  audience: z.enum(AUDIENCES),
  department: text,
  subject: text,
  operator: text,
  client: text,
  organisation: text,
  purpose: z.enum(Object.keys(PURPOSES) as Purpose[]).exactOptional(),
  authorisation: z
    .strictObject({ number: z.string(), subject: z.string(), factTypes: names, fields: names.exactOptional() })
    .exactOptional(),
  documents: z.literal('TRUSTED').exactOptional(),
  scopes,
} satisfies Readonly<Record<keyof Caller, z.ZodType>>;

/**
 * A caller as JSON, for both ends of the way to a department in another process: `z.encode` writes it, `z.decode` reads it. Both
 * refuse what is not named here, so nothing of a caller can be lost on the way, and nothing be added.
 */
export const callerClaims = z.strictObject(fields);
