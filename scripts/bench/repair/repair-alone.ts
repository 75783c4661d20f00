import process from 'node:process'
import {text} from 'node:stream/consumers'
import {repairText} from '../../../build/repair/repair-text.ts'
import {loadLanguage} from '../../../build/store/load-language.ts'

// Repairs the text that it is given and says how long that took, and how much memory it needed.
const source = await text(process.stdin)
const language = await loadLanguage()
const start = performance.now()
repairText(source, {format: 'plain', language})
const seconds = (performance.now() - start) / 1000
console.log(JSON.stringify({seconds, peak: process.resourceUsage().maxRSS * 1024}))
