import { silenceVendorTelemetry } from '../../../src/config/silenceVendorTelemetry.ts';

it('turns the reports of the vendor off, whatever was set before', () => {
  for (const before of [undefined, '', 'false', '0']) {
    const environment = before === undefined ? {} : { APOLLO_TELEMETRY_DISABLED: before };
    silenceVendorTelemetry(environment);
    expect(environment).toEqual({ APOLLO_TELEMETRY_DISABLED: 'true' });
  }
});
