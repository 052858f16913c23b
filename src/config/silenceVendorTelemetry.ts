/**
 * Keeps `@apollo/gateway` and Apollo Server from reporting to their vendor, whatever the environment says.
 *
 * The gateway package reads this variable when a gateway is made and has no option for it; without it, it probes cloud
 * metadata addresses and opens an exporter to the Internet.
 *
 * @param environment - the variables that are read by the vendor's code; those of this process unless given
 */
export function silenceVendorTelemetry(environment: NodeJS.ProcessEnv = process.env): void {
  environment['APOLLO_TELEMETRY_DISABLED'] = 'true';
}
