/**
 * Words that stand in nearly every turn and tell none from another; folded. They are indexed, because a phrase may need them, and are passed over
 * where they are asked for beside others. Chosen for this program; a name is never among them.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being but by can could did do does doing
  dont for from had has have he her here him his how i if in into is it its just me my no nor not of off on or our out over
  she should so some such than that the their them then there these they this those to too up us very was we were what when
  where which who whom why will with would you your
  في من الي علي عن مع هذا هذه ذلك تلك التي الذي الذين ان انه انها كان كانت كانوا لم لن لا ما هو هي هم هن نحن انا انت انتم
  او ثم قد لقد كل بعد قبل عند حتي اذا لكن كما بين منه منها فيه فيها عليه عليها له لها لهم به بها و يا اي هل كيف متي اين`
    .split(/\s+/u)
    .filter(Boolean),
)
