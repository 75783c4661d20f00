import {EPub} from 'epub-gen-memory'

/** A file that goes into the EPUB as it is. */
export interface PackedFile {
  /** Path inside the package folder. */
  readonly href: string
  readonly content: string | Uint8Array
}

/** What the packer needs to know; everything else is in the finished files. */
export interface PackOptions {
  readonly title: string
  readonly identifier: string
  readonly language: string
  readonly modified: string
  readonly packageDocument: string
  readonly nav: string
  readonly ncx: string
  readonly css: string
  /** The chapters as finished XHTML, in the order of the reading. */
  readonly chapters: readonly PackedFile[]
  /** Pictures and fonts. */
  readonly files: readonly PackedFile[]
}

/** The years that the times of an archive can express. */
const earliest = Date.UTC(1980, 0, 2)
const latest = Date.UTC(2107, 11, 30)

/**
 * epub-gen-memory as template engine and packer, and nothing more.
 *
 * Its normaliser never sees the text: each chapter is finished XHTML that its template passes
 * through. It fetches nothing, and whatever it would warn of stops the build. The archive is the
 * same, byte for byte, wherever and whenever it is made.
 */
export class EditionPacker extends EPub {
  readonly #options: PackOptions

  constructor(options: PackOptions) {
    // Unknown keys reach the templates; the types do not know that.
    const settings: ConstructorParameters<typeof EPub>[0] & {finished: PackOptions} = {
      title: options.title,
      lang: options.language,
      date: options.modified,
      css: options.css,
      version: 3,
      contentOPF: '<%- finished.packageDocument %>',
      tocXHTML: '<%- finished.nav %>',
      tocNCX: '<%- finished.ncx %>',
      chapterXHTML: '<%- finished %>',
      verbose: (type: string, ...message: unknown[]) => {
        if (type === 'warn') throw new Error(`epub-gen-memory: ${message.join(' ')}`)
      },
      finished: options,
    }
    const chapters = options.chapters.map(({href, content}) => ({
      title: href,
      filename: href,
      content: '',
      finished: content,
    }))
    super(settings, chapters)
    this.#options = options
  }

  protected override async downloadAllImages(): Promise<void> {
    if (this.images.length > 0) throw new Error('Images are given as files, never fetched')
  }

  protected override async downloadAllFonts(): Promise<void> {
    if (this.options.fonts.length > 0) throw new Error('Fonts are given as files, never fetched')
  }

  protected override async makeCover(): Promise<void> {
    if (this.cover) throw new Error('The cover is given as a file, never fetched')
  }

  /** Pack: the type of the file first and stored, the rest sorted, one time for all. */
  async pack(): Promise<Uint8Array> {
    await this.render()
    const {zip} = this
    for (const {href, content} of this.#options.files) zip.file(`OEBPS/${href}`, content)
    const date = new Date(Math.min(Math.max(Date.parse(this.#options.modified), earliest), latest))
    const rank = (name: string): number =>
      name === 'mimetype' ? 0 : name.startsWith('META-INF/') ? 1 : name.endsWith('.opf') ? 2 : 3
    const files = Object.values(zip.files)
      .filter((file) => !file.dir)
      .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1))
    for (const name of Object.keys(zip.files)) delete zip.files[name]
    for (const file of files) {
      file.date = date
      file.options.compression = file.name === 'mimetype' ? 'STORE' : 'DEFLATE'
      zip.files[file.name] = file
    }
    return zip.generateAsync({
      type: 'uint8array',
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      compressionOptions: {level: 9},
      platform: 'DOS',
    })
  }
}
