/** The limits of an Inngest server, kept here too so that no function works on one of the two only. */
export const limits = {
  stepsPerRun: 1000,
  outputBytes: 4 * 1024 * 1024,
  stateBytes: 32 * 1024 * 1024,
  eventBytes: 3 * 1024 * 1024,
  eventsPerSend: 5000,
} as const

export type RunError = { readonly name: string; readonly message: string; readonly stack?: string }

export const tooManySteps: RunError = {
  name: 'InngestErrFunctionOverflowed',
  message: `The function run exceeded the step limit of ${limits.stepsPerRun} steps.`,
}

export const tooMuchState: RunError = {
  name: 'InngestErrStateOverflowed',
  message: `The function run exceeded the state size limit of ${limits.stateBytes} bytes.`,
}

export const outputTooLarge: RunError = {
  name: 'InngestErrStepOutputTooLarge',
  message: `The output exceeded the limit of ${limits.outputBytes} bytes.`,
}
