export const practiceModelName = 'practice-model'

/** Guards nothing: the practice model listens on this machine only and knows nothing. It is checked as a real key is. */
export const practiceModelToken = 'practice-model-key'
