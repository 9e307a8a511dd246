# rule: notebook_output.lines_as_one
# source: constructed
# says: where\[0\] \+ '/models'
# %% before
where = !pwd
# %% fails
folder = where + '/models'
# %% mended
folder = where[0] + '/models'
