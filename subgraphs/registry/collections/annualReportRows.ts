import { code } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import { money } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { uscc } from '../../../src/data/fields/uscc.ts';

/** Group 3: enterprises founded, equity bought. */
export const investment = {
  name: text({ title: '企业名称', description: 'Enterprise invested in.' }, 200, { required: true }),
  uscc: uscc({ title: '统一社会信用代码', description: 'Its code.' }),
};

/** Group 4: what a shareholder subscribed and paid. */
export const contribution = {
  shareholder: text({ title: '股东', description: 'Shareholder or promoter.' }, 200, {
    required: true,
    namesPeople: true,
  }),
  subscribed: money({ title: '认缴出资额', description: 'Subscribed contribution in yuan.' }, '万元'),
  subscribedOn: date({ title: '认缴出资时间', description: 'Day by which it is due.' }),
  subscribedForm: text({ title: '认缴出资方式', description: 'Form of the subscribed contribution.' }, 100),
  paid: money({ title: '实缴出资额', description: 'Paid contribution in yuan.' }, '万元'),
  paidOn: date({ title: '实缴出资时间', description: 'Day of payment.' }),
  paidForm: text({ title: '实缴出资方式', description: 'Form of the paid contribution.' }, 100),
};

/** Group 5: a transfer of equity. */
export const transfer = {
  shareholder: text({ title: '股东', description: 'Shareholder whose share changed.' }, 200, {
    required: true,
    namesPeople: true,
  }),
  shareBefore: text({ title: '变更前股权比例', description: 'Share before, in percent.' }, 20),
  shareAfter: text({ title: '变更后股权比例', description: 'Share after, in percent.' }, 20),
  changedOn: date({ title: '股权变更日期', description: 'Day of the change.' }),
};

/** Group 6: a site or shop on the internet. */
export const website = {
  kind: code({ title: '类型', description: 'Site or shop.' }, { SITE: ['网站'], SHOP: ['网店'] }),
  name: text({ title: '名称', description: 'Name of the site or shop.' }, 200),
  url: text({ title: '网址', description: 'Its address.' }, 500, { required: true }),
};

/** Group 7: a guarantee given to others. */
export const guarantee = {
  creditor: text({ title: '债权人', description: 'Creditor.' }, 200, { namesPeople: true }),
  debtor: text({ title: '债务人', description: 'Debtor.' }, 200, { namesPeople: true }),
  amount: money({ title: '主债权数额', description: 'Secured debt in yuan.' }, '万元', { required: true }),
  dueOn: date({ title: '履行债务的期限', description: 'Day by which the debt is due.' }),
};
