import { useState, type ReactNode } from 'react';
import type { DoorWords } from '../doorWords.ts';
import type { PortalExample } from '../PortalExample.ts';
import { Credentials } from './Credentials.tsx';
import { Explorer } from './Explorer.tsx';
import { Masthead } from './Masthead.tsx';
import type { ReadyCaller } from './readyCallers.ts';

/** What the page knows when it opens. */
export interface PortalProps {
  readonly door: DoorWords;
  readonly examples: readonly PortalExample[];
  readonly callers: readonly ReadyCaller[];
}

/**
 * The page of a door. Whoever becomes another caller gets the explorer anew, since it asks for the schema once.
 *
 * @param props - see {@link PortalProps}
 */
export function Portal({ door, examples, callers }: PortalProps): ReactNode {
  const [headers, setHeaders] = useState(door.name === 'open' ? {} : (callers[0]?.headers ?? {}));
  return (
    <>
      <Masthead door={door}>
        <Credentials door={door} callers={callers} onChange={setHeaders} />
      </Masthead>
      <main className="explorer">
        <Explorer key={JSON.stringify(headers)} door={door} examples={examples} headers={headers} />
      </main>
    </>
  );
}
