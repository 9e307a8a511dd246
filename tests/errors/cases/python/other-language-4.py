# rule: python_spelling.other_language
# source: constructed
# says: \# comment
# says: comment
# %% fails
// comment
x = 1
# %% mended
# comment
x = 1
