import { jest } from '@jest/globals';

jest.unstable_mockModule('../../src/policy/visibility.ts', () => ({ visibilityFilter: () => ({}) }));
const { findLeaks } = await import('./openDoors.ts');

it('every query, list and entity of the departments would leak without the filter, and the doors would tell', async () => {
  const { open, tight } = await findLeaks(['registry', 'disclosure', 'judiciary', 'remedy']);
  expect(open).toEqual(
    expect.arrayContaining([
      ...['_entities of AdministrativePenalty', '_entities of RiskClass', '_entities of Enterprise.penalties'],
      ...['abnormalListing', 'abnormalListings', 'judgmentDefaulters', 'penalties', 'penalty', 'riskClasses'],
    ]),
  );
  // Figures about departments, and links and terms that tell no fact.
  expect(tight).toEqual([
    ...['enterpriseLinks', 'overduePublications', 'overdueRemedies', 'publicationRates', 'repairOutlook'],
  ]);
}, 300_000);
