import { defineScript, type CommandParser } from '@redis/client';

/**
 * Pours a cost into a bucket in one step, by the clock of Redis, so that gateways whose clocks differ agree. With `forced` it is poured in
 * whether there is room or not, and may be negative: that settles a charge. An empty bucket is forgotten by itself.
 */
const SCRIPT = `
local capacity, leak, cost, forced = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4] == '1'
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'level', 'at')
local level = 0
if held[1] then level = math.max(0, held[1] - math.max(0, now - held[2]) * leak / 1000) end
local admitted = forced or level + cost <= capacity
if admitted and cost ~= 0 then
  level = math.max(0, level + cost)
  redis.call('HSET', KEYS[1], 'level', string.format('%.17g', level), 'at', string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[1], math.min(math.ceil(level / leak * 1000) + 1000, 9007199254740991))
end
return { admitted and 1 or 0, string.format('%.17g', level) }`;

/** One call of the script. */
export interface BucketCall {
  readonly key: string;
  readonly capacity: number;
  readonly leakPerSecond: number;
  readonly cost: number;
  /** Whether the cost is poured in even where there is no room. */
  readonly isForced: boolean;
}

/** What the script answers. */
export interface BucketAnswer {
  readonly isAdmitted: boolean;
  readonly level: number;
}

/** The script as the client of Redis sends it: by its digest, and in full where Redis does not know it yet. */
export const bucketScript = defineScript({
  SCRIPT,
  NUMBER_OF_KEYS: 1,
  FIRST_KEY_INDEX: 0,
  parseCommand(parser: CommandParser, { key, capacity, leakPerSecond, cost, isForced }: BucketCall) {
    parser.pushKey(key);
    parser.push(String(capacity), String(leakPerSecond), String(cost), isForced ? '1' : '0');
  },
  transformReply([admitted, level]: readonly [number, string]): BucketAnswer {
    return { isAdmitted: admitted === 1, level: Number(level) };
  },
});
