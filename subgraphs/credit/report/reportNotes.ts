import type { Requester } from './requesterOf.ts';

const SEEN_BY: Readonly<Record<Requester, string>> = {
  PUBLIC: '仅含依法可向社会公示的信用信息',
  AGENCY: '含依法可向社会公示的信用信息；信用主体已授权查询的，并含授权范围内的信息',
  ENTERPRISE: '仅含依法可向社会公示的信用信息',
  SUBJECT: '含依法可公示的信用信息，以及可供信用主体本人查询的信息',
  DEPARTMENT: '含依法可公示及可在政府部门间共享的信用信息，仅限履行职责使用，不得对外提供',
};

/**
 * Says what a report holds and what it is good for.
 *
 * @param requestedBy - for what kind of caller it was issued
 */
export function reportNotes(requestedBy: Requester): readonly string[] {
  return [
    `本报告依据各部门归集的公共信用信息生成，${SEEN_BY[requestedBy]}；公示期限届满、已修复或已撤销的信息不予列示。`,
    '信息的真实性、准确性由数据来源单位负责；标注“异议处理中”的信息，其内容正由有关部门核查，使用时请予注意。',
    '本报告反映生成时刻的情况，此后的变化请凭核验码查询；使用前应当核验。',
  ];
}
