import { html, Html } from '../../../gateway/report/html.ts';

describe('html', () => {
  it('escapes text wherever it stands, and leaves its own pieces as they are', () => {
    const typed = `"><script>alert('x')</script>&amp;`;
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;';
    expect(html`<i title="${typed}">${typed}</i>`.toString()).toBe(`<i title="${escaped}">${escaped}</i>`);
    expect(html`<p>${html`<b>${typed}</b>`}</p>`.toString()).toBe(`<p><b>${escaped}</b></p>`);
  });

  it('writes numbers, lists of pieces, and nothing for null', () => {
    expect(html`${1}${null}${[new Html('<b>'), html`${0}`]}`.toString()).toBe('1<b>0');
  });
});
