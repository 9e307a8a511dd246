# rule: notebook.command_output
# source: constructed
# says: files\.n\.split
# says: files
# %% fails
files = !ls
files.split('\n')
# %% mended
files = !ls
files.n.split
