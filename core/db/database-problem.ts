import { operations } from '../texts/operations.ts'

/** A database that cannot be opened or used as asked; `message` is a Vietnamese sentence that says what to do. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}

const LOGIN_REFUSED = ['28P01', '28000']
const FORBIDDEN = '42501'
const NO_DATABASE = '3D000'
const FOLDER_CODES = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC', 'EEXIST', 'EDQUOT']

/**
 * The fault of opening a server, as a `DatabaseProblem` that names the host and never the password.
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html and Node's system errors.
 */
export function explainServerFault(fault: unknown, server: URL): DatabaseProblem {
  if (fault instanceof DatabaseProblem) return fault
  const code = codeOf(fault)
  const problem = (message: string) => new DatabaseProblem(message, { cause: fault })
  if (LOGIN_REFUSED.includes(code)) return problem(operations.serverRefusedLogin(server.host))
  if (code === NO_DATABASE) {
    return problem(operations.serverDatabaseMissing(decodeURIComponent(server.pathname.slice(1))))
  }
  if (code === FORBIDDEN) return problem(operations.serverForbids(server.host))
  if (isSqlState(code)) return problem(operations.serverFault(server.host, code))
  return problem(operations.serverUnreachable(server.host, code))
}

/** The fault of making a folder. On a read-only file system Node says ENOENT, as for a parent that is not there. */
export function explainMakeFault(fault: unknown, folder: string): DatabaseProblem {
  const code = codeOf(fault)
  if (code !== 'ENOENT') return explainFolderFault(fault, folder)
  return new DatabaseProblem(operations.folderNotWritable(folder, code), { cause: fault })
}

/** The fault of opening a data folder, as a `DatabaseProblem` that names the folder and how to go on. */
export function explainFolderFault(fault: unknown, folder: string): DatabaseProblem {
  if (fault instanceof DatabaseProblem) return fault
  const code = codeOf(fault)
  const problem = (message: string) => new DatabaseProblem(message, { cause: fault })
  if (FOLDER_CODES.includes(code)) return problem(operations.folderNotWritable(folder, code))
  if (isSqlState(code) && !/^(XX|58)/.test(code)) return problem(operations.folderFault(folder, code))
  return problem(operations.folderCorrupt(folder))
}

/** PostgreSQL's codes have five characters, and unlike Node's at least one digit. */
function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)
}

/** The code a driver or Node put on an error, or a word for an error without one. */
export function codeOf(fault: unknown): string {
  if (fault instanceof AggregateError && fault.errors.length > 0) return codeOf(fault.errors[0])
  if (fault instanceof Error && 'code' in fault && typeof fault.code === 'string') return fault.code
  return fault instanceof Error && /timeout/i.test(fault.message) ? 'ETIMEDOUT' : 'unknown'
}
