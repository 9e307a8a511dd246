# rule: python_syntax_calls.misplaced_star_or_global
# source: constructed
# says: from math import \*
# says: from
# %% fails
def f():
    from math import *
