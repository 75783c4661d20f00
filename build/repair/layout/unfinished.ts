/** Words that do not end a sentence, nor a heading. */
export const unfinished: ReadonlySet<string> = new Set(
  'a an the of to in on at by for with from and or but nor as than that which who whom whose when where while if because although though since until unless into onto upon over under between among through during before after about against within without toward towards is are was were be been being has have had do does did will would shall should can could may might must not no its their his her our your my this these those such so very more most less every each any some both either neither only also even it he she they we i you whether what how why there per via de von van la le der die das und et'.split(
    ' ',
  ),
)
