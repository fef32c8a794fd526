export type NumberList = {
  /** Appends a value and returns its place. */
  push(value: number): number
  increment(place: number): void
  size(): number
  values(): Uint32Array
}

/** A growing list of unsigned 32-bit numbers: half the memory of an array while a large index is built. */
export function createNumberList(): NumberList {
  let numbers = new Uint32Array(1024)
  let size = 0
  return {
    push(value) {
      if (size === numbers.length) {
        const larger = new Uint32Array(size * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[size] = value
      return size++
    },
    increment(place) {
      numbers[place] = (numbers[place] ?? 0) + 1
    },
    size: () => size,
    values: () => numbers.subarray(0, size),
  }
}
