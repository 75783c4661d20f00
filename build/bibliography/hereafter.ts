/** What a citation will be called for short. */
export const hereafter =
  /[([](?:hereafter|hereinafter|henceforth|im Folgenden)(?:,? cited(?: as)?)?,?:?\s+([^)\]]+)[)\]]/iu
