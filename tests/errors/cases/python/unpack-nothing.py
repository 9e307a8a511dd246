# rule: python_unpacking.unpacking
# source: constructed
# says: sizes\(\) gave None
# says: return w, h
# %% before
def sizes(): print(3, 4)
# %% fails
w, h = sizes()
# %% mended
def sizes():
    w, h = 3, 4
    return w, h
w, h = sizes()
