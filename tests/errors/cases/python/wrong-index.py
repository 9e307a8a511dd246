# rule: python_places.wrong_index
# source: constructed
# says: x\[len\(x\) // 2\]
# says: len
# %% fails
x=[1,2,3]
x[len(x)/2]
# %% mended
x=[1,2,3]
x[len(x) // 2]
