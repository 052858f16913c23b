import { NOW } from '../../../kit/department.ts';
import { withholdBody } from '../../../../src/ledger/chain/withholdBody.ts';
import { draftOf } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

describe('withholding a body', () => {
  let open: ToyLedger;

  beforeAll(async () => {
    open = await openToyLedger();
    for (const [batch, content] of ['slander', 'mended', 'mended again'].entries()) {
      await open.write([draftOf({ number: '1', content })], `b${batch}`, new Date(NOW.getTime() + batch * 1_000));
      await open.write([draftOf({ number: '2', content: `other ${content}` })], `c${batch}`);
      await open.relay();
    }
  });

  afterAll(async () => {
    await open.close();
  });

  it('erases a replaced value also where the next entry of the fact repeats it, and nothing of other facts', async () => {
    const [first] = await open.ledger.bodies.find({ 'body.values.content': 'slander' }).toArray();
    const own = await open.ledger.bodies
      .find({ 'body.fact': String(first?.body?.fact) })
      .sort({ _id: 1 })
      .toArray();
    const [seq, next, last] = own.map(({ _id }) => _id) as [number, number, number];
    expect(own.map(({ body }) => body?.old)).toEqual([undefined, { content: 'slander' }, { content: 'mended' }]);
    expect(await withholdBody(open.ledger, seq, 'court order', NOW)).toEqual({ outcome: 'WITHHELD', next });
    expect(await withholdBody(open.ledger, seq, 'again', NOW)).toEqual({ outcome: 'WITHHELD_BEFORE' });
    const stored = await open.ledger.bodies.find().sort({ _id: 1 }).toArray();
    expect(JSON.stringify(stored)).not.toContain('"slander"');
    expect(stored.filter(({ body }) => body === undefined).map(({ _id }) => _id)).toEqual([seq, next]);
    expect(stored.find(({ _id }) => _id === last)?.body?.values['content']).toBe('mended again');
  });
});
