import type { Locale } from '../../src/errors/AppError.ts';
import type { SampleSetting } from '../../src/sample/SampleEnterprise.ts';

/** What a command did with the sample city. */
export interface SampleOutcome extends SampleSetting {
  /** Facts, or rows of a file, by collection. */
  readonly facts: Readonly<Record<string, number>>;
  /** Absent where the sample went into a database. */
  readonly file?: string;
  readonly quarantined?: number;
  readonly seconds: number;
}

/**
 * Says for a person what was loaded or written, collection by collection.
 *
 * @param outcome - what the command did
 * @param locale - the person's language
 */
export function describeSample(outcome: SampleOutcome, locale: Locale): string {
  const { facts, file, quarantined = 0, seconds, enterprises, seed, asOf } = outcome;
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  const total = Object.values(facts).reduce((sum, count) => sum + count, 0);
  const setting = `--enterprises ${enterprises} --seed ${seed} --as-of ${asOf}`;
  const words =
    locale === 'zh'
      ? {
          done: `示例城市${file === undefined ? '已装入' : `已写入 ${file}`}：${count(total)} 条，${seconds.toFixed(1)} 秒`,
          again: `同样的参数得到同样的内容：${setting}`,
          refused: `${count(quarantined)} 行被隔离：credit-graph quarantine list`,
        }
      : {
          done: `The sample city is ${file === undefined ? 'loaded' : `in ${file}`}: ${count(total)} facts in ${seconds.toFixed(1)} s`,
          again: `The same city again: ${setting}`,
          refused: `${count(quarantined)} rows were quarantined: credit-graph quarantine list`,
        };
  const lines = Object.entries(facts).map(([name, number]) => `  ${name.padEnd(width)} ${count(number).padStart(12)}`);
  return [...lines, words.done, words.again, ...(quarantined > 0 ? [words.refused] : [])].join('\n');
}

/**
 * Says for a person what was taken out.
 *
 * @param facts - how many
 * @param seconds - how long it took
 * @param locale - the person's language
 */
export function describeRemoval(facts: number, seconds: number, locale: Locale): string {
  return locale === 'zh'
    ? `示例城市已移除：${count(facts)} 条，${seconds.toFixed(1)} 秒`
    : `The sample city is taken out: ${count(facts)} facts in ${seconds.toFixed(1)} s`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
