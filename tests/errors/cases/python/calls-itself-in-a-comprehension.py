# rule: python_scopes.calls_itself
# source: constructed
# says: size calls itself without end
# says: def size\(folder\)
# %% before
root = {}
root["again"] = root
# %% fails
def size(folder):
    return 1 + sum(size(one) for one in folder.values())
size(root)
# %% mended
def size(folder):
    if "again" in folder: return 1   # the end
    return 1 + sum(size(one) for one in folder.values())
size(root)
