# rule: notebook_output.lines_as_one
# source: constructed
# says: no number
# says: if int\(n\[0\]\) > 3:
# %% before
n = !ls | wc -l
# %% fails
if n > 3:
    print('many')
# %% mended
if int(n[0]) > 3:
    print('many')
