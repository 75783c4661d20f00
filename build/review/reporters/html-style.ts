/** How the page of a text and its changes looks: light, dark and printed; colour is never the only sign. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --page: #fdfcfa; --words: #1d1c1a; --quiet: #5f5b54; --line: #d9d5cc; --link: #0b4f9c;
  --removed: #8c1d18; --removed-back: #fbe3e0; --added: #0f5a26; --added-back: #dff3e3; --here: #fff1b8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #191817; --words: #e9e6e0; --quiet: #a8a39a; --line: #45423d; --link: #8ec1ff;
    --removed: #ffb4ab; --removed-back: #4a1f1b; --added: #a5e3b4; --added-back: #163a22; --here: #4d4213;
  }
}
body {
  margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem 4rem;
  background: var(--page); color: var(--words); font: 1rem/1.65 Georgia, 'Source Serif 4', serif;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 1rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); }
header p, .facts, .where { color: var(--quiet); }
header p, .items, .key { font: 0.875rem/1.5 system-ui, sans-serif; }
code { font: 0.92em ui-monospace, monospace; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; position: relative; unicode-bidi: plaintext; }
del { color: var(--removed); background: var(--removed-back); text-decoration: line-through; }
ins { color: var(--added); background: var(--added-back); text-decoration: underline; text-underline-offset: 0.2em; }
.line::before {
  content: attr(data-line); position: absolute; inset-inline-start: -3.5rem; width: 3rem; text-align: end;
  color: var(--quiet); font: 0.7rem/2.3 system-ui, sans-serif; user-select: none;
}
.line-end::before { content: '⏎'; }
/* Lines stay those of the source. */
ins .line-end { white-space: normal; }
.control::before { content: attr(data-code); border: 1px solid; font: 0.7em ui-monospace, monospace; }
.number, .mark {
  font: 0.7rem/1 system-ui, sans-serif; text-decoration: none; unicode-bidi: isolate; white-space: nowrap;
}
.number::before { content: attr(data-label); vertical-align: super; padding: 0 0.15em; }
.mark::before { content: attr(data-label); padding: 0 0.15em; color: var(--quiet); }
.join::before { border: 1px solid var(--link); border-radius: 0.3em; color: var(--link); }
.page::before { border: 1px solid var(--line); border-radius: 0.3em; padding: 0.1em 0.4em; }
.query::before, .rejected::before { font-weight: bold; color: var(--words); }
.dropped { text-decoration: line-through; color: var(--quiet); }
.emphasised { font-style: italic; }
.headed { font-weight: bold; }
.quoted { background: color-mix(in srgb, var(--line) 35%, transparent); }
.number:target, .mark:target { outline: 2px solid var(--link); background: var(--here); }
.items { padding-inline-start: 0; }
.items li { margin: 0 0 0.9rem; padding: 0.2rem 0.4rem; break-inside: avoid; }
.items li:target { background: var(--here); outline: 2px solid var(--link); }
.items p { margin: 0; }
.items del, .items ins { white-space: pre-wrap; }
.key span { white-space: nowrap; margin-inline-end: 1.2em; }
@media print {
  :root {
    --page: #fff; --words: #000; --quiet: #444; --line: #bbb; --link: #000; --removed: #000; --added: #000;
    --removed-back: #fff; --added-back: #fff; --here: #fff;
  }
  body { max-width: none; padding: 0 0 0 3.5rem; font-size: 10pt; }
  h2 { break-after: avoid; }
}
`
