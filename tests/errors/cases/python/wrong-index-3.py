# rule: python_places.wrong_index
# source: constructed
# says: g\[0\]\[1\]
# %% fails
g=[[1,2],[3,4]]
g[0,1]
# %% mended
g=[[1,2],[3,4]]
g[0][1]
