// Loaded before the command line, which is TypeScript run as it is: an older Node would only say
// that it does not know the file extension.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This needs Node 22.18 or newer, and found ${process.versions.node}. ` +
      'On Linux and Windows `npm ci` brings a suitable one along: run the commands through npm ' +
      '(`npm run build`). On other systems install Node 22.18 or newer.',
  )
  process.exit(2)
}
// Compiling TypeScript takes a third of the time of a short command; it need not be done twice.
const {enableCompileCache} = require('node:module')
enableCompileCache(require('node:path').join(__dirname, '..', '.cache', 'compiled'))
