import { abstractTypes } from './abstractTypes.ts';
import type { Classic } from './Classic.ts';
import { differences } from './differences.ts';
import { entityCalls } from './entityCalls.ts';
import { failures } from './failures.ts';
import { interfaceObjectKeys } from './interfaceObjectKeys.ts';
import { interfaceObjects } from './interfaceObjects.ts';
import { operations } from './operations.ts';
import { partialKnowledge } from './partialKnowledge.ts';
import { provides } from './provides.ts';
import { requires } from './requires.ts';
import { sharing } from './sharing.ts';

/** All federation cases with answers written by hand. */
export const classics: readonly Classic[] = [
  ...entityCalls,
  ...requires,
  ...provides,
  ...sharing,
  ...abstractTypes,
  ...partialKnowledge,
  ...interfaceObjects,
  ...failures,
  ...interfaceObjectKeys,
  ...operations,
  ...differences,
];
