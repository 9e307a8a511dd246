# rule: notebook.sign_inside_line
# source: constructed
# says: out = !ls
# %% fails
print(!ls)
# %% mended
out = !ls
print(out)
