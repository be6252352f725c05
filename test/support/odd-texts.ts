/** Texts that break what is careless: each fits a fact's body, and must come back byte for byte. */
export const ODD_TEXTS: Readonly<Record<string, string>> = {
  "Markdown and quotes": '**b** _i_ ~~s~~ ||spoiler|| `code` [a](https://lwn.net/) "q" \\ $& $1',
  "fences within fences": '```rust\nlet s = "``";\n```\n> ```diff\n> -a\n> ```\nend',
  "lines of backticks": "before\n``````\nafter\n``````\n",
  mentions:
    "@everyone @here <@1100000000000000011> <@&1100000000000000111> <#1> </facts:1> <t:0:R>",
  "1,500 units of emoji": "👩🏽‍💻".repeat(214).padEnd(1_500, "!"),
  "right to left": "שלום \u202eabc\u202c مرحبا \u2066x\u2069 ﷽",
  "white space at both ends": "\n  indented\n\n\ttab\n\n",
  "lines of a diff": "-removed\n+added\n@@ -1 +1 @@\n\\ No newline",
  "combining marks": `a${"\u0301".repeat(300)}`,
};
