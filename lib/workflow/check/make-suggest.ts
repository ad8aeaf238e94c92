import { nearest } from '../nearest'

export type Suggest = (name: string, names: Iterable<string>) => string | undefined

/** Finds what was meant for the first names that are asked about; nobody reads more suggestions than those. */
export function makeSuggest(limit = 60): Suggest {
  let asked = 0
  return (name, names) => {
    asked += 1
    return asked > limit ? undefined : nearest(name, names)
  }
}
