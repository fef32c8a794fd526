import { stat } from 'node:fs/promises'

/** Whether there is a file or folder of this name that we may look at. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
