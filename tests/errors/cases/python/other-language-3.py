# rule: python_spelling.other_language
# source: constructed
# says: i \+= 1
# %% fails
i = 0
i++
# %% mended
i = 0
i += 1
