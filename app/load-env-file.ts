import { existsSync } from 'node:fs'

/** Adds the settings of a file `.env` in the working folder, where there is one; what is set already stays. */
export function loadEnvFile(process: { loadEnvFile(path: string): void }): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
