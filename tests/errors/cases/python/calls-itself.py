# rule: python_scopes.calls_itself
# source: constructed
# says: fact
# says: calls itself
# %% before
import sys
sys.setrecursionlimit(200)  # a traceback of a thousand calls takes long to write
# %% fails
def fact(n): return n * fact(n - 1)
fact(3)
# %% mended
def fact(n):
    if n <= 1: return 1
    return n * fact(n - 1)
fact(3)
