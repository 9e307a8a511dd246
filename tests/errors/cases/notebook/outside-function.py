# rule: notebook.outside_function
# source: constructed
# says: 5
# says: return
# %% fails
return 5
# %% mended
5
