import { MongoNetworkError, MongoServerError } from 'mongodb';
import { pino } from 'pino';
import { Availability } from '../../../gateway/transport/Availability.ts';
import { DeadlineError } from '../../../gateway/transport/withDeadline.ts';

describe('whether a department answers', () => {
  it('is doubted for faults of the connection only', () => {
    expect(Availability.isConnectionFault(new MongoNetworkError('gone'))).toBe(true);
    expect(Availability.isConnectionFault(new DeadlineError(5))).toBe(true);
    const closed = Object.assign(new Error('closed'), { name: 'MongoClientClosedError' });
    expect(Availability.isConnectionFault(closed)).toBe(true);
    expect(Availability.isConnectionFault(new MongoServerError({ message: 'E11000' }))).toBe(false);
    expect(Availability.isConnectionFault(new Error('MongoNetworkError'))).toBe(false);
    expect(Availability.isConnectionFault(undefined)).toBe(false);
  });

  it('is logged when a failure begins and when it ends, with one instant for all of it', () => {
    const log: string[] = [];
    const logger = pino({ base: null }, { write: (line) => log.push((JSON.parse(line) as { msg: string }).msg) });
    const availability = new Availability('tax', logger);
    availability.answered();
    const since = availability.failed(new Error('gone'));
    expect(availability.failed(new Error('still gone'))).toBe(since);
    availability.answered();
    availability.answered();
    expect(log).toEqual(['department does not answer', 'department answers again']);
    expect(availability.failed(new Error('gone again'))).not.toBe(since);
  });
});
