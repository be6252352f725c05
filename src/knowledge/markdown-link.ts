/** A link in Discord's Markdown, whatever signs title and URL hold. */
export function markdownLink({
  title,
  url,
}: {
  readonly title: string;
  readonly url: string;
}): string {
  return `[${escapeMarkdown(title)}](${url.replace(/[()]/g, encodeBracket)})`;
}

/** Text without effect as Markdown, within a line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]*_~`|]/g, "\\$&");
}

function encodeBracket(bracket: string): string {
  return bracket === "(" ? "%28" : "%29";
}
