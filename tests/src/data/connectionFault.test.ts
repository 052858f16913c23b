import { MongoNetworkError, MongoServerError } from 'mongodb';
import { isConnectionFault } from '../../../src/data/connectionFault.ts';

describe('a fault of a database', () => {
  it.each<[string, Error]>([
    ['a server that is not found', Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' })],
    ['a lost connection', new MongoNetworkError('connection 3 closed')],
    ['a primary that is none any more', new MongoServerError({ code: 10107, message: 'not primary' })],
    ['a member that is being stopped', new MongoServerError({ code: 91, message: 'shutting down' })],
    ['a socket that the other end has closed', Object.assign(new Error('ended by the other party'), { code: 'EPIPE' })],
    ['a primary that steps down', new MongoServerError({ code: 189, message: 'stepped down' })],
  ])('is one of its connection: %s', (_, fault) => {
    expect(isConnectionFault(fault)).toBe(true);
  });

  it.each([
    ['a key that there is already', new MongoServerError({ code: 11000, message: 'E11000' })],
    ['a write conflict', new MongoServerError({ code: 112, message: 'write conflict' })],
    ['an error of another kind with the same number', Object.assign(new Error('x'), { code: 91 })],
    ['what is no error', { name: 'MongoNetworkError' }],
  ])('is none of its connection: %s', (_, fault) => {
    expect(isConnectionFault(fault)).toBe(false);
  });
});
