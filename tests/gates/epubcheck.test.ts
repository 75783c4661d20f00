import {validate} from 'epubcheck-standalone'
import {expect, test} from 'vitest'
import {makeEpub} from '../epub/make-epub.ts'
import {tamper} from '../epub/tamper.ts'

/** The official EPUBCheck: slow to start, and the only validator that knows every schema. */
async function check(bytes: Uint8Array): Promise<{exitCode: number | null; messages: string[]}> {
  const {exitCode, messages} = await validate(bytes)
  return {
    exitCode,
    messages: messages.map(({severity, id, message}) => `${severity} ${id} ${message}`),
  }
}

test('EPUBCheck has nothing to say of the specimen, and notices a planted fault', async () => {
  const {epub} = await makeEpub()
  expect(await check(epub)).toEqual({exitCode: 0, messages: []})

  const broken = await check(
    tamper(epub, ({replace}) => {
      replace('OEBPS/text-footnote.xhtml', '<blockquote>', '<p><blockquote>')
      replace('OEBPS/text-footnote.xhtml', '</blockquote>', '</blockquote></p>')
    }),
  )
  expect(broken.exitCode).toBe(1)
  expect(broken.messages.join('\n')).toMatch(/ERROR RSC-005 .*blockquote/)
})
