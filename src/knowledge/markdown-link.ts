/** A link in Discord's Markdown, whatever signs title and URL hold. */
export function markdownLink({
  title,
  url,
}: {
  readonly title: string;
  readonly url: string;
}): string {
  return `[${withoutEffect(withPairedBrackets(title))}](${url.replace(/[()]/g, encodeBracket)})`;
}

const PAIRED = /^(?:[^[\]]|\[[^[\]]*\])*$/;

/**
 * Where a link's text ends is found by counting its brackets, whether they are escaped or not: those that do not come
 * in pairs are shown by others that look like them.
 */
function withPairedBrackets(title: string): string {
  return PAIRED.test(title) ? title : title.replaceAll("[", "［").replaceAll("]", "］");
}

/**
 * Text within a line, so that it reads as it stands: without emphasis, code, links, mentions, timestamps or emoji. Sign
 * by sign: what a run of them comes to is not worth guessing.
 */
export function withoutEffect(text: string): string {
  return text.replace(/[\\*_~`|<>@#[\]()/]|:(?=\S)/g, "\\$&");
}

function encodeBracket(bracket: string): string {
  return bracket === "(" ? "%28" : "%29";
}
