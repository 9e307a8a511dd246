# rule: python_indent.not_in_a_block
# source: a learner's notebook
# says: rest of\s+a\s+line
# says: # "parameter"
# %% fails
x = 1
#air = air[["date", "location",
              "parameter", "value"]]
# %% mended
x = 1
#air = air[["date", "location",
# "parameter", "value"]]
