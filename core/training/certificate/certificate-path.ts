/** Where the public page for checking certificates is; a code may follow. */
export const CERTIFICATE_PATH = '/chung-chi'
