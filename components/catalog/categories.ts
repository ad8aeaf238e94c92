/** How the catalog is sorted. */
export const categories = [
  'Support',
  'Engineering',
  'Operations',
  'Sales',
  'People',
  'Finance',
  'Other',
] as const
