/** Sets of small numbers, one a row: what asking "is it among all that stand before?" a million times needs. */
export type BitRow = Uint32Array

export function emptyRow(size: number): BitRow {
  return new Uint32Array(Math.ceil(size / 32))
}

export function addBit(row: BitRow, bit: number): void {
  row[bit >> 5] = (row[bit >> 5] ?? 0) | (1 << (bit & 31))
}

export function hasBit(row: BitRow, bit: number): boolean {
  return ((row[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0
}

export function addAll(row: BitRow, other: BitRow): void {
  for (let word = 0; word < row.length; word++) row[word] = (row[word] ?? 0) | (other[word] ?? 0)
}

export function keepCommon(row: BitRow, other: BitRow): void {
  for (let word = 0; word < row.length; word++) row[word] = (row[word] ?? 0) & (other[word] ?? 0)
}
