const plain =
  /^(content-type|content-language|content-disposition|location|retry-after|cache-control|expires|etag|last-modified|link|x-[a-z0-9-]+)$/

/** These decide how a browser treats what comes from our address: they are not a workflow's to set. */
const reserved = /^x-(frame|content|request|accel|middleware|nextjs|dns|download|permitted|xss)-/

/** May a workflow's answer carry this header? Cookies and policies of our own address stay ours. */
export function isAnswerHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return plain.test(lower) && !reserved.test(lower)
}
