/** Words that English titles write small, and a few of other languages that stand in heads. */
export const smallWords: readonly string[] = (
  'a an the of to in on at by for with from and or nor as its his her their our over under into ' +
  'onto upon between against through without within after before about among above below beyond ' +
  'across along around behind during since until than but via der die das und von de la le les du ' +
  'des et'
).split(' ')
