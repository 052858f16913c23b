/** An enterprise as other departments refer to it. */
export interface EnterpriseMapper {
  readonly uscc: string;
}
