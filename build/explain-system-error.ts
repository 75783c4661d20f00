/** What the codes of the system mean, after "cannot be read:" or "cannot be written:". */
const meanings: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'another program has it open',
  EDQUOT: 'the quota of disk space is used up',
  EEXIST: 'something else is there',
  EFBIG: 'it is larger than a file may be here',
  EIO: 'the disk reports an error',
  EISDIR: 'a folder is there',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'it is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOTEMPTY: 'a folder is there that is not empty',
  EPERM: 'the system does not allow it; it may be open in another program',
  EROFS: 'the disk is read-only',
  EXDEV: 'it lies on another disk',
  ERR_FS_EISDIR: 'a folder is there',
}

/**
 * Say in plain words why the system refused something.
 *
 * Shape: error → words for the end of a sentence, with the code for those who look it up; `null`
 * when this is no error of the system.
 */
export function explainSystemError(error: unknown): string | null {
  const {code, message} = (error ?? {}) as Partial<NodeJS.ErrnoException>
  if (typeof code !== 'string') return null
  const meaning = meanings[code]
  if (meaning !== undefined) return `${meaning} (${code})`
  return /^E[A-Z0-9]+$/.test(code) ? `${message ?? 'the system refuses'}` : null
}
