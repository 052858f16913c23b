import { date } from '../../../src/data/fields/date.ts';
import { text } from '../../../src/data/fields/text.ts';

/** The decision that puts an enterprise on a list of the registry, alike on every list (domain sections 3.5 and 3.6). */
export const listingFields = {
  listedOn: date({ title: '列入日期', description: 'Day of listing.' }, { required: true }),
  listingAuthority: text(
    { title: '列入决定机关', description: 'Authority that decided on listing.', aliases: ['作出决定机关(列入)'] },
    200,
    { required: true },
  ),
  listingDocNo: text({ title: '列入决定文书号', description: 'Number of the listing decision.' }, 64, {
    holds: 'NUMBER',
  }),
};

/** The decision that takes it off again. */
export const removalFields = {
  removedOn: date({ title: '移出日期', description: 'Day of removal; the listing is not public from then on.' }),
  removalReason: text({ title: '移出事由', description: 'Why it was removed.', aliases: ['移出原因'] }, 500),
  removalAuthority: text(
    { title: '移出决定机关', description: 'Authority that decided on removal.', aliases: ['作出决定机关(移出)'] },
    200,
  ),
};
