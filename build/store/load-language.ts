import {readFile} from 'node:fs/promises'
import {promisify} from 'node:util'
import {brotliDecompress} from 'node:zlib'
import {decodeTable} from '../repair/language/decode-table.ts'
import {openLanguage} from '../repair/language/language.ts'
import type {Language} from '../repair/language/language.ts'

/** The table of the words of English; `scripts/language` makes it. */
export const languageTable = new URL('../repair/language/english.br', import.meta.url)

let english: Promise<Language> | undefined

/** Read the table of the words of English that the repair rules use; read once, on first use. */
export function loadLanguage(): Promise<Language> {
  english ??= read()
  return english
}

async function read(): Promise<Language> {
  const bytes = await promisify(brotliDecompress)(await readFile(languageTable))
  return openLanguage(decodeTable(bytes))
}
