import { subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';

/** 营业执照 of a sample enterprise: each has an original, most an electronic one; their state follows the registration. */
export const businessLicences: CollectionSeed = (enterprise, chance) => {
  const forms = ['正本', ...(chance.isTrue(0.15) ? ['副本'] : []), ...(chance.isTrue(0.55) ? ['电子营业执照'] : [])];
  return forms.map((form) => ({
    ...subjectColumns(enterprise),
    form,
    serialNo: `示${String(enterprise.index).padStart(10, '0')}`,
    issuedOn: enterprise.foundedOn,
    publishedOn: enterprise.foundedOn,
    issuingAuthority: sampleAuthority('市场监督管理局', enterprise.district).name,
    ...stateOf(enterprise),
  }));
};

function stateOf({ status, activeUntil }: SampleEnterprise): SampleRow {
  if (status === 'REVOKED') return { status: '吊销', statusOn: activeUntil, statusReason: '被吊销营业执照' };
  if (status === 'DEREGISTERED') return { status: '已缴回', statusOn: activeUntil, statusReason: '办理注销登记' };
  if (status === 'MOVED_OUT') return { status: '已换发', statusOn: activeUntil, statusReason: '迁出后换发' };
  return { status: '有效' };
}
