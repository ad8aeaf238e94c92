/** A question that is no JQL, in Jira's manner of saying so. */
export class JqlError extends Error {}
