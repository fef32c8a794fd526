export type Tokens = {
  accessToken: string
  /** Zalo takes it once and gives its successor, the only way on: whoever loses that has lost the account. */
  refreshToken: string
  expiresAt: Date
  refreshedAt: Date
  /** Zalo refused the refresh token: an administrator of the account has to agree again. */
  needsReauth: boolean
  /** Digests of the refresh tokens from the configuration that were taken up, so that each is used once. */
  seeds: string[]
}

/** Where the tokens are kept, shared by every process that sends for the account. */
export type TokenStore = {
  /** Runs `work` while no other process does, with the tokens as they are then. What `save` took is stored when it resolves. */
  withLock<T>(work: (stored: Tokens | null, save: (next: Tokens) => Promise<void>) => Promise<T>): Promise<T>
  read(): Promise<Tokens | null>
}
