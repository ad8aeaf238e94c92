/** A value, and whether something in the material speaks for it. A guess keeps the shape and no more. */
export type Filled<Value> = { readonly value: Value; readonly found: boolean }
