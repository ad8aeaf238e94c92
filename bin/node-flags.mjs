// How Node is started for the product: nothing here but what Node 20 can read.

/**
 * V8 lets its heap grow by what the machine has to spare, and on a large one a small product then holds half a gigabyte
 * of garbage. These have it tidied up sooner. They set no limit: a run that needs memory gets it.
 */
export const nodeFlags = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=8',
  '--heap-growing-percent=30',
]
