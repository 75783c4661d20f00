/** A fault planted in a finished file of the EPUB, as only a fault of the program could make it. */
export interface OutputFault {
  readonly rule: string
  readonly slip: string
  /** The text whose file is changed. */
  readonly text: string
  /** What is replaced, once in the file; `null` takes the whole file away. */
  readonly from: string | null
  readonly to: string
  /** Where the finding stands: in the source, or the archive when it has no place there. */
  readonly at: string
}

/** Faults of the finished EPUB. */
export const faultsOfOutputs: readonly OutputFault[] = [
  {
    rule: 'audit-residual',
    slip: 'a word of a quotation is lost',
    text: 'footnote',
    from: 'nothing but a reference',
    to: 'nothing a reference',
    at: 'sources/footnote.md:35:185',
  },
  {
    rule: 'audit-link',
    slip: 'a call leads to the note that says the same',
    text: 'footnote',
    from: 'href="#fn-footnote-6"',
    to: 'href="#fn-footnote-13"',
    at: 'specimen.epub',
  },
  {
    rule: 'audit-page',
    slip: 'a page has the number of the one before',
    text: 'footnote',
    from: 'aria-label="[44]"',
    to: 'aria-label="[43]"',
    at: 'specimen.epub',
  },
  {
    rule: 'audit-missing',
    slip: 'a text is not in the archive',
    text: 'names',
    from: null,
    to: '',
    at: 'specimen.epub',
  },
]

/** Rules that no file of the manuscript can break, nor the EPUB: which test plants a fault for each. */
export const plantedElsewhere: Readonly<Record<string, string>> = {
  'audit-contents': 'print/reading.test.ts',
  'audit-note-page': 'print/reading.test.ts',
  'audit-structure': 'print/reading.test.ts',
  conservation: 'conservation.test.ts',
  'print-glyph': 'gates/layout.test.ts',
  'print-note-late': 'gates/layout.test.ts',
  'print-overflow': 'gates/layout.test.ts',
  'verdict-unsettled': 'review/verdicts.test.ts',
}

/** Rules of citations, claims and names that are planted in what the specimen says, without a file. */
export const plantedInCitations: Readonly<Record<string, string>> = {
  'annotation-lemma': 'annotations/annotations.test.ts',
  'annotation-length': 'annotations/annotations.test.ts',
  'annotation-place': 'annotations/annotations.test.ts',
  'claim-basis': 'annotations/annotations.test.ts',
  'claim-document': 'annotations/annotations.test.ts',
  'name-form': 'names/names.test.ts',
  'name-see': 'names/names.test.ts',
  'name-homograph': 'names/names.test.ts',
  'name-decision': 'names/names.test.ts',
  'name-unbound': 'names/names.test.ts',
  'name-unused': 'names/names.test.ts',
  'audit-index': 'names/finished-index.test.ts',
  'matter-missing': 'matter/matter.test.ts',
  'matter-name': 'matter/matter.test.ts',
  'matter-title': 'matter/matter.test.ts',
  'matter-link': 'matter/matter.test.ts',
  'matter-markup': 'matter/matter.test.ts',
  'matter-picture': 'matter/matter.test.ts',
  'map-unused': 'matter/matter.test.ts',
  'event-date': 'matter/matter.test.ts',
  'event-order': 'matter/matter.test.ts',
  'map-label': 'pictures/map.test.ts',
  'map-place': 'pictures/map.test.ts',
  'picture-glyph': 'pictures/map.test.ts',
  'timeline-date': 'pictures/timeline.test.ts',
  'timeline-label': 'pictures/timeline.test.ts',
  'citation-unlinked': 'bibliography/planted.test.ts',
  'citation-jump': 'bibliography/planted.test.ts',
  'citation-drafted': 'bibliography/planted.test.ts',
  'item-work': 'bibliography/planted.test.ts',
  'audit-citation': 'bibliography/finished-links.test.ts',
  'citation-doubt': 'bibliography/drafts.test.ts',
  'item-drafted': 'bibliography/planted.test.ts',
  'item-shortened': 'bibliography/planted.test.ts',
  'item-repository': 'bibliography/planted.test.ts',
  'item-leaves': 'bibliography/planted.test.ts',
  'citation-form': 'bibliography/planted.test.ts',
  'citation-early': 'bibliography/planted.test.ts',
  'citation-abbreviation': 'bibliography/planted.test.ts',
  'bibliography-syntax': 'bibliography/planted.test.ts',
  'citation-antecedent': 'bibliography/planted.test.ts',
  'citation-item': 'bibliography/planted.test.ts',
  'citation-locator': 'bibliography/planted.test.ts',
  'citation-pages': 'bibliography/planted.test.ts',
  'citation-place': 'bibliography/planted.test.ts',
  'citation-print': 'bibliography/planted.test.ts',
  'citation-short': 'bibliography/planted.test.ts',
  'citation-silent': 'bibliography/planted.test.ts',
  'citation-uncovered': 'bibliography/planted.test.ts',
  'item-alike': 'bibliography/planted.test.ts',
  'item-duplicate': 'bibliography/planted.test.ts',
  'item-host': 'bibliography/planted.test.ts',
  'item-signature': 'bibliography/planted.test.ts',
  'item-uncited': 'bibliography/planted.test.ts',
}
