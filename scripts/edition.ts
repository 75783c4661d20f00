import {fail, main} from './command-line.ts'
import {leave} from './files/leave.ts'
import {heedSignals, heedStreams} from './heed.ts'

heedSignals()
heedStreams(fail)
// A fault in somebody else's code that nobody waits for is a fault of a tool, not a finding.
process.on('uncaughtException', (error) => leave(fail(error)))
// Last, so that everything above is there when it runs.
process.exitCode = await main(process.argv.slice(2))
