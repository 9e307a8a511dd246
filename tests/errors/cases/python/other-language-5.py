# rule: python_spelling.other_language
# source: constructed
# says: x = 5
# says: let
# %% fails
let x = 5
# %% mended
x = 5
