/** The values that a description lists: "One or two of: bug, question, needs info." */
export function optionsIn(description: string): readonly string[] {
  const listed =
    /\b(?:(?:one|two|three|any|some)(?: or (?:two|three))? of|either|choose from|pick from|among)\s*:?\s+([^.:;\n]{3,300})/i.exec(
      description,
    )?.[1] ?? ''
  const options = listed
    .split(/,\s*(?:(?:or|and)\s+)?|\s+or\s+/)
    .map((option) => option.replace(/^["'“]|["'”]$/g, '').trim())
  const isList = options.length > 1 && options.every((option) => option !== '' && option.length <= 30)
  return isList ? options : []
}
