# rule: cells_typed.doubled_caret
# source: a learner's notebook
# says: epi=1\*10\*\*-5
# %% fails
epi=1*10^^-5
# %% mended
epi=1*10**-5
