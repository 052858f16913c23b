/** What registered clients may be: the public with a budget of its own, credit agencies, systems of departments. */
export const CLIENT_AUDIENCES = ['OPEN', 'AGENCY', 'INTERNAL'] as const;

/** Audience of a client. Enterprises have no clients: they come with a token of their e-licence. */
export type ClientAudience = (typeof CLIENT_AUDIENCES)[number];

/** `SECRET` is exchanged for tokens at the token endpoint (OAuth 2 client credentials); `KEY` is sent with each request. */
export type CredentialKind = 'SECRET' | 'KEY';

/** By what a client proves itself. Of the text itself only a digest is kept. */
export interface CredentialDocument {
  /** The visible part of the text, by which it is found and revoked. */
  readonly id: string;
  readonly kind: CredentialKind;
  readonly digest: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
}

/** A client of the API. */
export interface ClientDocument {
  /** The client id: public, and never given again. */
  readonly _id: string;
  /** For people; told to nobody who does not look after clients. */
  readonly name: string;
  readonly audience: ClientAudience;
  /** The department that a system belongs to; of INTERNAL clients only. */
  readonly department?: string;
  /** Unified social credit code of the organisation that it belongs to. */
  readonly organisation?: string;
  readonly scopes: readonly string[];
  /** `TRUSTED` where it may run trusted documents only. */
  readonly documents?: 'TRUSTED';
  /** Where it is for development: no start without the development issuer knows it. */
  readonly isDevelopment?: true;
  readonly createdAt: Date;
  /** Who registered it. */
  readonly createdBy: string;
  readonly revokedAt?: Date;
  readonly credentials: readonly CredentialDocument[];
}
