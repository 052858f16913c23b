import { z } from 'zod';
import type { Audience } from '../identity/Caller.ts';

/** Origins of the pages that may ask at a door from a browser, by audience; the public's door is open to every page. */
export type CorsOrigins = Readonly<Record<Exclude<Audience, 'OPEN'>, readonly string[]>>;

/** No page of another origin may ask at a door that is not the public's. */
export const NO_ORIGINS: CorsOrigins = { AGENCY: [], SUBJECT: [], INTERNAL: [] };

const origins = z
  .string()
  .refine(
    (text) => listed(text).every(isOrigin),
    'must be origins such as https://desk.example.cn, with commas between them',
  )
  .default('');

/** The variables that name origins, one for each audience but the public. */
export const corsVariables = { CORS_AGENCY: origins, CORS_SUBJECT: origins, CORS_INTERNAL: origins };

/**
 * Reads the origins.
 *
 * @param settings - validated variables
 */
export function corsOriginsFrom(settings: Readonly<Record<keyof typeof corsVariables, string>>): CorsOrigins {
  return {
    AGENCY: listed(settings.CORS_AGENCY),
    SUBJECT: listed(settings.CORS_SUBJECT),
    INTERNAL: listed(settings.CORS_INTERNAL),
  };
}

function listed(text: string): readonly string[] {
  return text.split(',').flatMap((origin) => origin.trim() || []);
}

/** An origin is scheme, name and port (RFC 6454), as browsers send it. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}
