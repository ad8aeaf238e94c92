/** Where Google's products answer. A connection speaks to these alone. */
export const hosts = [
  'www.googleapis.com',
  'gmail.googleapis.com',
  'docs.googleapis.com',
  'sheets.googleapis.com',
] as const
