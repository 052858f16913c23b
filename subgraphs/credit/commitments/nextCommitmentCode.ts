import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { containsCitizenId } from '../../../src/values/citizenId.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { commitments } from '../collections/commitments.ts';

interface Serial {
  /** Region and day. */
  readonly _id: string;
  readonly last: number;
}

/**
 * Gives the next number of a commitment (承诺编码): the region of the unit that takes it in, the day, and the next serial number of
 * both. Numbers that files brought are passed by, and so are those in which 18 digits pass for a citizen's number.
 *
 * @param database - of the credit office
 * @param acceptUnitUscc - code of the unit; characters 3 to 8 of a code are its region (GB 32100-2015)
 * @param day - of the promise
 */
export async function nextCommitmentCode(
  database: DepartmentDatabase,
  acceptUnitUscc: string,
  day: LocalDate,
): Promise<string> {
  const prefix = `${acceptUnitUscc.slice(2, 8)}${day.replaceAll('-', '')}`;
  for (;;) {
    const code = `${prefix}${String(await nextSerial(database, prefix)).padStart(6, '0')}`;
    if (!containsCitizenId(code) && !(await isTaken(database, code))) return code;
  }
}

async function nextSerial({ db }: DepartmentDatabase, prefix: string): Promise<number> {
  const serials = db.collection<Serial>('commitmentSerials');
  const options = { upsert: true, returnDocument: 'after' } as const;
  const found = await serials.findOneAndUpdate({ _id: prefix }, { $inc: { last: 1 } }, options);
  return found?.last ?? 1;
}

async function isTaken(database: DepartmentDatabase, code: string): Promise<boolean> {
  const asked: Readonly<Record<string, string>> = { code };
  return (await database.facts(commitments).findOne(asked, { projection: { _id: 1 } })) !== null;
}
