/** Signs that show nothing and stand inside words (soft hyphens, joiners, direction controls, tatweel): for a class of a regular expression. `core/linkage/names`, which stands alone, has the same of its own. */
export const HIDDEN_SIGNS =
  '\\u00ad\\u061c\\u0640\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb'
