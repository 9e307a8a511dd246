# rule: python_scopes.calls_itself
# source: constructed
# says: walk calls itself without end
# says: holds itself
# %% before
import sys
sys.setrecursionlimit(200)
node = []
node.append(node)
# %% fails
def walk(part):
    n = 0
    for inner in part: n += 1 + walk(inner)
    return n
walk(node)
# %% mended
def walk(part):
    n = 0
    for inner in part:
        if inner is part: return n
        n += 1 + walk(inner)
    return n
walk(node)
