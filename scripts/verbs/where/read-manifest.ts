/** What a manifest says that `where` asks: hashes by the names of files. */
export interface Hashes {
  readonly manuscript: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
}

/** Read the hashes of a manifest; `null` when there is none, or it is not one. */
export function readManifest(text: string | null): Hashes | null {
  if (text === null) return null
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  const {manuscript, outputs} = isRecord(content) ? content : {}
  return isRecord(manuscript) && isRecord(outputs) ? {manuscript, outputs} : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
