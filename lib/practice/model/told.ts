const orders =
  /^(please\s+)?(you are|you|fill|classify|judge|decide|read|write|answer|choose|pick|say|tell|summari[sz]e|extract|post|comment|label|create|use|return|rate|give|find|list|make|look|search|check|report|reply|send|add|if|when|then|triage|draft|explain|turn|set|keep|be|do|don't|never|always|fetch|open|close|assign|look up|work out|put|name|call|should|is|are|does|sum|sort|rank|count|compare|translate|rewrite|prepare|compose|identify|determine|assess|evaluate|review|analy[sz]e|consider|note|mention|include|focus|output|produce|generate)\b/i

const headings =
  /^(title|text|body|subject|description|issue|message|report|request|from|summary|details|content|input)\s*:\s*/i

/** "How severe is this?" asks about what follows. A question further down belongs to what is told. */
const asks =
  /^\s*(how|what|which|who|whose|why|when|where|is|are|was|does|do|did|should|can|could|would|will)\b[^.!]*\?$/i

/**
 * What a task tells beside its orders: the values that were written into it. "Classify: the app crashes" tells that
 * the app crashes; so does an order with the words in quotation marks, and all that follows a heading like "Title:".
 */
export function toldIn(task: string): string {
  const lines = task.split(/\n+/)
  const start = lines.findIndex((line) => headings.test(line.trim()))
  const sentences = (start === -1 ? lines : lines.slice(0, start)).flatMap((line) =>
    line.split(/(?<=[.!?])\s+/),
  )
  const orderly = sentences.length > 1 && asks.test(sentences[0] ?? '') ? sentences.slice(1) : sentences
  const headed = start === -1 ? [] : lines.slice(start).map((line) => line.trim().replace(headings, ''))
  const told = (headed.length > 0 ? headed : orderly.flatMap(toldBySentence)).filter(
    (sentence) => sentence.trim() !== '',
  )
  const quoted = [...task.matchAll(/["“«]([^"”»]{3,})["”»]/g)].map((match) => match[1] ?? '')
  const fresh = quoted.filter((text) => !told.some((sentence) => sentence.includes(text)))
  const text = [...told, ...fresh].join('\n')
  return text.length >= 3 ? text : task
}

function toldBySentence(sentence: string): readonly string[] {
  const trimmed = sentence.trim()
  if (!orders.test(trimmed)) return [trimmed]
  const afterColon = /:\s*(\S.*)$/.exec(trimmed)?.[1]
  return afterColon && !isEnumeration(afterColon) ? [afterColon] : []
}

/** "low, medium or high": what may be answered, not what there is to judge. */
function isEnumeration(text: string): boolean {
  const items = text.replace(/\.$/, '').split(/,|;|\/|\s+(?:or|and)\s+/)
  return items.length > 1 && items.every((item) => item.trim().length <= 20)
}
