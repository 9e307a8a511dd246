# rule: notebook.sign_inside_line
# source: constructed
# says: out = !ls
# %% fails
if True:
    x = 1; !ls
# %% mended
if True:
    out = !ls
    print(out)
