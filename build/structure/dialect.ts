/// <reference types="remark-parse" />
/// <reference types="remark-stringify" />
import {gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import type {Processor} from 'unified'

/**
 * Set the Markdown the project reads and writes: CommonMark and footnotes, without what takes
 * ordinary prose for markup (indented code, underlined headings, autolinks).
 */
export function remarkDialect(this: Processor): undefined {
  const settings = this.data()
  const disable = {disable: {null: ['codeIndented', 'setextUnderline', 'autolink']}}
  ;(settings.micromarkExtensions ??= []).push(gfmFootnote(), disable)
  ;(settings.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown())
  ;(settings.toMarkdownExtensions ??= []).push(gfmFootnoteToMarkdown())
}
