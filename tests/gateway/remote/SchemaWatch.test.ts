import { CompositionError, type SubgraphSource } from '../../../gateway/compose.ts';
import { SchemaWatch } from '../../../gateway/remote/SchemaWatch.ts';
import type { Transport } from '../../../gateway/transport/Transport.ts';
import { silent } from '../../kit/mongodConfig.ts';

/** A department that tells one schema after another; the last one stays. */
function telling(...schemas: (string | undefined)[]): Transport {
  let at = 0;
  return {
    fetch: () => {
      const sdl = schemas[Math.min(at, schemas.length - 1)];
      at += 1;
      return { data: sdl === undefined ? null : { _service: { sdl } } };
    },
  };
}

function watching(
  transports: Readonly<Record<string, Transport>>,
  refused = '',
): { watch: SchemaWatch; served: string[] } {
  const served: string[] = [];
  const serve = (sources: readonly SubgraphSource[]): Promise<void> => {
    const text = sources.map(({ name, sdl }) => `${name} ${sdl}`).join(', ');
    served.push(text);
    return text.includes(refused) && refused !== ''
      ? Promise.reject(new CompositionError(['FIELD_TYPE_MISMATCH: no']))
      : Promise.resolve();
  };
  const known = new Map(Object.keys(transports).map((name) => [name, 'old']));
  return {
    watch: new SchemaWatch({ transports: new Map(Object.entries(transports)), served: known, serve, logger: silent }),
    served,
  };
}

const look = async (watch: SchemaWatch, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await watch.look();
};

describe('watching the schemas of departments', () => {
  it('has another one served once it was told twice in a row, and once only', async () => {
    const { watch, served } = watching({ tax: telling('new'), courts: telling('old') });
    await look(watch, 1);
    expect(served).toEqual([]);
    await look(watch, 4);
    expect([served, watch.refusal]).toEqual([['tax new, courts old'], undefined]);
  });

  it('waits while old and new processes answer in turns, and while a department is silent', async () => {
    const { watch, served } = watching({ tax: telling('new', 'old', 'new', 'old', 'new'), courts: telling(undefined) });
    await look(watch, 5);
    expect(served).toEqual([]);
    await look(watch, 1);
    expect(served).toEqual(['tax new, courts old']);
  });

  it('goes on with the one before where another does not fit, says why, and forgets it when it is gone', async () => {
    const { watch, served } = watching({ tax: telling('bad', 'bad', 'bad', 'bad', 'old', 'old') }, 'bad');
    await look(watch, 4);
    expect([served, watch.refusal]).toEqual([['tax bad'], 'tax: FIELD_TYPE_MISMATCH: no']);
    await look(watch, 2);
    expect([served.length, watch.refusal]).toEqual([1, undefined]);
  });
});
