import type { Knowledge } from "./check-knowledge.ts";
import type { Problem } from "./errors.ts";
import type { Fact, Source } from "./fact.ts";

/** What a lint found: errors must be mended, warnings are accepted by name or mended. */
export interface Findings {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Warning[];
}

export type Warning = Problem & { readonly rule: WarningRule; readonly id: string };

export const WARNING_RULES = [
  "vague-time",
  "leans-on-title",
  "near-duplicate",
  "no-primary",
] as const;
export type WarningRule = (typeof WARNING_RULES)[number];

/**
 * Holds well-formed facts to the rules of `docs/facts.md` that are about how good they are, beyond what they must be to
 * be loaded at all.
 */
export function lintFacts({ facts, releases }: Knowledge, where: (fact: Fact) => string): Findings {
  const errors: Problem[] = [];
  const warnings: Warning[] = [];
  for (const fact of facts) {
    const place = { where: where(fact), id: fact.id };
    for (const [at, source] of fact.sources.entries()) {
      const wrong = notCanonical(source);
      if (wrong) errors.push({ ...place, field: `sources.${at}.url`, message: wrong });
    }
    errors.push(...misordered(fact).map((problem) => ({ ...place, ...problem })));
    errors.push(
      ...contradictsReleases(fact, releases).map((problem) => ({ ...place, ...problem })),
    );
    const vague = VAGUE_TIME.exec(withoutCode(fact.body))?.[0];
    if (vague) {
      const message = `${JSON.stringify(vague)} goes stale: name a release or a date`;
      warnings.push({ ...place, rule: "vague-time", field: "body", message });
    }
    const leaning = LEANS_ON_TITLE.exec(fact.body)?.[0];
    if (leaning) {
      const message = `begins with ${JSON.stringify(leaning)}: say what is meant, the body is read alone`;
      warnings.push({ ...place, rule: "leans-on-title", field: "body", message });
    }
  }
  for (const { fact, other, likeness } of nearDuplicates(facts)) {
    const message = `is ${Math.round(likeness * 100)} % alike with ${other.id}: one fact, one thing`;
    const field = "body";
    warnings.push({ where: where(fact), id: fact.id, rule: "near-duplicate", field, message });
  }
  errors.push(...unbalanced(facts));
  return { errors, warnings };
}

const PRIMARY_SHARE_MIN = 0.8;
const FEATURED_MIN = 10;
const FEATURED_MAX = 20;

/** What must hold of the whole collection. A small one, as tests and other deployments have, is left alone. */
function unbalanced(facts: readonly Fact[]): readonly Problem[] {
  if (facts.length < 100) return [];
  const primary = facts.filter((fact) => fact.sources.some(isPrimary)).length / facts.length;
  const featured = facts.filter((fact) => fact.featured).length;
  const say = (field: string, message: string) => ({ where: "facts", field, message });
  return [
    ...(primary < PRIMARY_SHARE_MIN
      ? [say("sources", `only ${Math.floor(primary * 100)} % of the facts have a primary source`)]
      : []),
    ...(featured < FEATURED_MIN || featured > FEATURED_MAX
      ? [
          say(
            "featured",
            `${featured} facts are featured, ${FEATURED_MIN} to ${FEATURED_MAX} are good`,
          ),
        ]
      : []),
  ];
}

const PRIMARY_HOSTS = [
  "docs.kernel.org",
  "git.kernel.org",
  "lore.kernel.org",
  "rust.docs.kernel.org",
  "www.kernel.org",
  "lwn.net/ml",
  "rust-for-linux.com",
  "security.googleblog.com",
  "blog.rust-lang.org",
  "doc.rust-lang.org",
  "github.com",
  "gitlab.freedesktop.org",
  "patchwork.freedesktop.org",
  "patchwork.kernel.org",
  "git.zx2c4.com",
  "asahilinux.org",
  "www.cve.org",
];

/** Whether a source is the thing itself, or its makers' own words, rather than a report on it. */
export function isPrimary({ url, kind }: Source): boolean {
  if (kind === "documentation" || kind === "commit" || kind === "mailing-list") return true;
  if (kind === "specification") return true;
  return PRIMARY_HOSTS.some((host) => url.startsWith(`https://${host}`));
}

/** What is wrong with the form of a URL that has one canonical form. */
export function notCanonical({ url }: Source): string | undefined {
  const { hostname, pathname, search, hash } = new URL(url);
  if (/[?&](?:utm_\w+|fbclid|gclid)=/.test(search)) return "has tracking parameters";
  switch (hostname) {
    case "lwn.net":
      if (pathname.startsWith("/Articles/") && !/^\/Articles\/\d+\/$/.test(pathname)) {
        return "must be like https://lwn.net/Articles/910312/";
      }
      return undefined;
    case "www.lwn.net":
      return "must be at lwn.net, without www";
    case "rust-for-linux.com":
      return /^\/[a-z0-9_-]*$/.test(pathname) && hash === ""
        ? undefined
        : "must be a lower-case page name without a slash at its end";
    case "lore.kernel.org":
      return pathname.endsWith("/") ? undefined : "must end with a slash";
    case "github.com":
      if (/^\/(?:torvalds|gregkh)\/linux\/(?:blob|tree)\//.test(pathname)) {
        return /\/(?:blob|tree)\/(?:[0-9a-f]{40}|v\d+\.\d+(?:\.\d+|-rc\d+)?)\//.test(pathname)
          ? undefined
          : "must name a full commit or a release tag, not a branch";
      }
      return undefined;
    default:
      return undefined;
  }
}

function misordered({ sources }: Fact): readonly Pick<Problem, "field" | "message">[] {
  const firstSecondary = sources.findIndex((source) => !isPrimary(source));
  const late = sources.findIndex((source, at) => at > firstSecondary && isPrimary(source));
  if (firstSecondary < 0 || late < 0) return [];
  return [
    { field: `sources.${late}`, message: "is primary and must come before the secondary ones" },
  ];
}

/** A fact of exactly one release that names another date or version for it than `releases.json` does. */
function contradictsReleases(
  { body, title }: Fact,
  releases: Knowledge["releases"],
): readonly Pick<Problem, "field" | "message">[] {
  const text = `${title}. ${body}`;
  return releases.flatMap(({ version, date }) => {
    const name = version.replace(".", "\\.");
    const says = new RegExp(
      `\\b${name} (?:was|is) released (?:on )?(?:(\\d{1,2}) ([A-Z][a-z]+) (\\d{4})|(\\d{4}-\\d{2}-\\d{2}))`,
    ).exec(text);
    if (!says) return [];
    const said = says[4] ?? isoDate(says[1], says[2], says[3]);
    if (said === undefined || said === date) return [];
    const message = `says that ${version} was released on ${said}, and releases.json says ${date}`;
    return [{ field: "body", message }];
  });
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

function isoDate(day = "", month = "", year = ""): string | undefined {
  const at = MONTHS.indexOf(month);
  return at < 0 ? undefined : `${year}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const VAGUE_TIME =
  /\b(?:recently|currently|nowadays|these days|at the moment|at present|presently|soon|so far|to date|lately|last year|this year|next year|upcoming|now(?! (?:on|known))|still|(?:not )?yet|newest|latest)\b/i;

const LEANS_ON_TITLE = /^(?:it|this|that|they|these|those|he|she|its|their)\b/i;

function withoutCode(body: string): string {
  return body.replace(/```[\s\S]*?```|`[^`]*`/g, " ");
}

const ALIKE = 0.5;

/** Pairs of bodies that share most of their three-word runs, each told once, at the later fact. */
function nearDuplicates(facts: readonly Fact[]) {
  const shingles = facts.map((fact) => ({ fact, runs: runsOf(fact.body) }));
  const holders = new Map<string, number[]>();
  const pairs: { fact: Fact; other: Fact; likeness: number }[] = [];
  for (const [at, { fact, runs }] of shingles.entries()) {
    const shared = new Map<number, number>();
    for (const run of runs) {
      const earlier = holders.get(run) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(run, [...earlier, at]);
    }
    for (const [otherAt, common] of shared) {
      const other = shingles[otherAt];
      if (!other) continue;
      const likeness = common / Math.max(1, Math.min(runs.size, other.runs.size));
      if (likeness >= ALIKE) pairs.push({ fact, other: other.fact, likeness });
    }
  }
  return pairs;
}

function runsOf(body: string): ReadonlySet<string> {
  const words = body.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}
