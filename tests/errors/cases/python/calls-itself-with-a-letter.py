# rule: python_scopes.calls_itself
# source: constructed
# says: a letter is a text too|letter
# says: isinstance\(items, str\)
# %% before
import sys
sys.setrecursionlimit(200)
# %% fails
def flat(items):
    found = []
    for one in items:
        found += flat(one)
    return found
flat(['ab', ['c']])
# %% mended
def flat(items):
    if isinstance(items, str): return [items]
    found = []
    for one in items:
        found += flat(one)
    return found
flat(['ab', ['c']])
