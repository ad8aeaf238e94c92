import type postgres from 'postgres'

/**
 * What the runner's queries take: the pool or a transaction. They are written for the driver itself because it keeps
 * them prepared, and the runner makes several of them for each step of each run.
 */
export type Statements = postgres.ISql

/** JSON travels as text and is cast in SQL: the pool's own serializers are then never in question. */
export const asJson = (value: unknown): string => JSON.stringify(value ?? null)

/**
 * A value inside of rows that travel as JSON: text once more, because taking rows apart would refuse its U+0000.
 */
export const asInnerJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value)
