/** One message that was tried: `failed` where the person did not get it, or may not have. */
export type Tried = { campaignId: bigint; failed: boolean }

/**
 * Watches the last `sample` messages of each campaign that this process sent, and calls `onTrouble` when `percent` of
 * them failed; then it counts anew. A message that is tried again later is not a failure.
 */
export function createFailureWatch({
  percent,
  sample,
  onTrouble,
}: {
  percent: number
  sample: number
  onTrouble: (campaignId: bigint, seen: { failed: number; of: number }) => Promise<void>
}): (tried: Tried[]) => Promise<void> {
  const windows = new Map<bigint, boolean[]>()
  return async (tried) => {
    for (const { campaignId, failed } of tried) {
      const window = [...(windows.get(campaignId) ?? []), failed].slice(-sample)
      const failures = window.filter(Boolean).length
      if (window.length < sample || failures * 100 < percent * sample) {
        windows.set(campaignId, window)
        continue
      }
      windows.delete(campaignId)
      await onTrouble(campaignId, { failed: failures, of: sample })
    }
  }
}
