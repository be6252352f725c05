/** A fact that was posted in a channel. */
export interface Post {
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface RecentPosts {
  remember(channelId: string, factId: string, messageId: string): void;
  /** The post of this fact in this channel within the window. */
  find(channelId: string, factId: string): Post | undefined;
  forget(channelId: string, messageId: string): void;
}

interface Options {
  readonly windowMs: number;
  readonly now: () => number;
}

const POSTS_KEPT = 10_000;

/** Remembers, in memory alone, what was just posted where, so that four helpers do not post the same answer. */
export function createRecentPosts({ windowMs, now }: Options): RecentPosts {
  // Oldest first: a post that is remembered again moves to the end.
  const posts = new Map<string, Post & { readonly channelId: string }>();
  const keyOf = (channelId: string, factId: string) => `${channelId}:${factId}`;

  function dropOld(): void {
    for (const [key, post] of posts) {
      if (now() - post.at < windowMs && posts.size <= POSTS_KEPT) return;
      posts.delete(key);
    }
  }

  return {
    remember(channelId, factId, messageId) {
      const key = keyOf(channelId, factId);
      posts.delete(key);
      posts.set(key, { channelId, messageId, at: now() });
      dropOld();
    },
    find(channelId, factId) {
      dropOld();
      return posts.get(keyOf(channelId, factId));
    },
    forget(channelId, messageId) {
      for (const [key, post] of posts) {
        if (post.channelId === channelId && post.messageId === messageId) posts.delete(key);
      }
    },
  };
}
